/** CNI009: a pod that asks for a network nobody defines. */

import { isObject, type JsonValue } from '../../../ingest/document.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { formatNearest } from '../../context/named-objects.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (network: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    k8s.v1.cni.cncf.io/networks: ${network}
spec:
  containers: [{name: web, image: example.com/web}]
---
apiVersion: k8s.cni.cncf.io/v1
kind: NetworkAttachmentDefinition
metadata:
  name: storage
spec:
  config: '{"cniVersion": "1.0.0", "type": "macvlan", "master": "eth1"}'
`;

const KEY = 'k8s.v1.cni.cncf.io/networks';
const GROUP = 'k8s.cni.cncf.io';

export const attachmentMissing: KubernetesRule = {
  id: 'CNI009',
  model: 'kubernetes',
  severity: 'error',
  title: 'Attached network does not exist',
  why: 'Multus does not let the pod start: it stays in ContainerCreating.',
  fix: 'Name a NetworkAttachmentDefinition, with namespace/ before it where it is in another one.',
  references: ['https://github.com/k8snetworkplumbingwg/multus-cni/blob/master/docs/how-to-use.md'],
  bad: [
    { line: 6, text: manifests('storgae') },
    { line: 6, complete: true, text: manifests('backup') },
    { line: 6, severity: 'info', text: manifests('backup') },
  ],
  good: [manifests('storage@net1')],
  check(context, report) {
    const networks = context.named('NetworkAttachmentDefinition', GROUP);
    for (const { template, namespace } of context.pods.templates) {
      const field = template.at('metadata').at('annotations').at(KEY);
      for (const { home = namespace, name } of attachments(field)) {
        if (networks.get(home, name)) continue;
        const near = networks.nearest(home, name);
        report(
          field,
          `There is no NetworkAttachmentDefinition ${name} in namespace ${home}${formatNearest(near, home)}. Correct the name, or add it.`,
          { absent: near === undefined },
        );
      }
    }
  },
};

interface Attachment {
  readonly home: string | undefined;
  readonly name: string;
}

/** A list in JSON, or `namespace/name@interface` with commas between (https://github.com/k8snetworkplumbingwg/multi-net-spec). */
function attachments({ value }: Field): Attachment[] {
  if (typeof value !== 'string' || value.includes('{{')) return [];
  if (!value.trim().startsWith('[')) return value.split(',').flatMap((text) => readShort(text.trim()));
  const list = parse(value);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: JsonValue) => {
    const { name, namespace } = isObject(item) ? item : {};
    if (typeof name !== 'string') return [];
    return [{ home: typeof namespace === 'string' ? namespace : undefined, name }];
  });
}

function readShort(text: string): Attachment[] {
  const [, home, name] = /^(?:([^/@]+)\/)?([^/@]+)(?:@.*)?$/.exec(text) ?? [];
  return name === undefined ? [] : [{ home, name }];
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
