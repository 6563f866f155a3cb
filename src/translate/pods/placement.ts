/** On which nodes a pod may run: constraints of a swarm that speak of labels, hostnames and platforms. */

import { isObject, own } from '../../ingest/document.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { textOf, textsOf } from '../container/quantity.ts';
import { from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import type { Unit } from './unit.ts';

/** What a swarm calls it, and what a cluster does (https://kubernetes.io/docs/reference/labels-annotations-taints/). */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'node.hostname': 'kubernetes.io/hostname',
  'node.platform.os': 'kubernetes.io/os',
  'node.platform.arch': 'kubernetes.io/arch',
  'engine.labels.operatingsystem': 'kubernetes.io/os',
};

const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64' };

export function nodeSelectorOf(plan: Plan, { root }: Unit): YamlMapping | undefined {
  const selector = new Map<string, YamlNode>();
  const platform = textOf(attributeOf(root, 'platform'));
  const [os = '', arch] = platform.split('/');
  if (arch !== undefined && ['linux', 'windows'].includes(os)) {
    selector.set('kubernetes.io/os', from(plan, os, entryAt(root, 'platform')) ?? os);
    selector.set('kubernetes.io/arch', from(plan, ARCHITECTURES[arch] ?? arch, entryAt(root, 'platform')) ?? arch);
  } else if (platform !== '') {
    const reason = `The platform ${platform.slice(0, 60)} is no operating system and architecture of nodes.`;
    lose(plan, root, { code: 'L22', attribute: 'platform', reason, severity: 'warning' });
  }
  const placement = root.deploy && own(root.deploy, 'placement');
  const constraints = isObject(placement) ? textsOf(own(placement, 'constraints')) : [];
  for (const [index, constraint] of constraints.entries()) {
    const [, key = '', operator, value = ''] = /^\s*([\w.@/-]+)\s*(==|!=)\s*(.*?)\s*$/.exec(constraint) ?? [];
    const label = Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : /^node\.labels\.(.+)$/.exec(key)?.[1];
    const origin = entryAt(root, 'deploy', 'placement', 'constraints', index);
    if (label !== undefined && operator === '==') {
      selector.set(label, from(plan, ARCHITECTURES[value] ?? value, origin) ?? value);
    } else {
      const reason = `The constraint ${constraint.slice(0, 80)} has no counterpart.`;
      lose(plan, root, { code: 'L22', attribute: 'deploy.placement', reason, severity: 'warning', origin });
    }
  }
  return selector.size > 0 ? selector : undefined;
}
