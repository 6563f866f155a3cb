/** The specification of a pod, from its services: containers, and what they have in common. */

import type { Service } from '../../docker/service.ts';
import { dnsName } from '../../util/dns-name.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { containerOf } from '../container/container.ts';
import { secondsOf, textOf } from '../container/quantity.ts';
import { filled, from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, type Plan } from '../plan.ts';
import { dnsOf } from './dns.ts';
import type { PodDraft } from './draft.ts';
import { hostAliasesOf } from './host-aliases.ts';
import { noteNamespaces } from './namespaces.ts';
import { waitsOf } from './order.ts';
import { nodeSelectorOf } from './placement.ts';

export function podSpec(plan: Plan, draft: PodDraft, restart: 'Never' | 'OnFailure' | undefined): YamlMapping {
  const { unit } = draft;
  const { root, services, space } = unit;
  const label = (key: string) => root.labels.get(`kompose.${key}`);
  noteNamespaces(plan, unit);
  const containers = services.map((service) => containerOf(plan, draft, service));
  const secret = label('image-pull-secret');
  const shares = (kind: 'pid' | 'ipc', value: string) =>
    services.find((service) => service[kind]?.value === value)?.[kind];
  const processes = services.find(({ pid }) => pid !== undefined && pid.value !== 'host')?.pid;
  return {
    restartPolicy: restart,
    serviceAccountName: from(plan, label('serviceaccount-name'), entryAt(root, 'labels')),
    // A container has no token for an API, and no variables for every Service of its namespace.
    automountServiceAccountToken: label('serviceaccount-name') === undefined ? false : undefined,
    enableServiceLinks: false,
    imagePullSecrets: secret === undefined ? undefined : from(plan, [{ name: secret }], entryAt(root, 'labels')),
    hostname: hostnameOf(plan, root),
    hostNetwork: space.kind === 'host' ? from(plan, true, space.origin) : undefined,
    hostPID: hostFlag(plan, shares('pid', 'host')),
    hostIPC: hostFlag(plan, shares('ipc', 'host')),
    shareProcessNamespace: processes && services.length > 1 ? from(plan, true, processes.origin) : undefined,
    ...dnsOf(plan, unit),
    hostAliases: filled(hostAliasesOf(plan, unit)),
    nodeSelector: nodeSelectorOf(plan, unit),
    runtimeClassName: runtimeOf(plan, root),
    terminationGracePeriodSeconds: from(plan, secondsOf(root.stop_grace_period), entryAt(root, 'stop_grace_period')),
    securityContext: podSecurity(plan, unit.services),
    initContainers: filled(waitsOf(plan, unit)),
    containers,
    volumes: filled(draft.volumes),
  };
}

function hostFlag(plan: Plan, placed: Service['pid']): YamlNode | undefined {
  return placed && from(plan, true, placed.origin);
}

/** What a container calls itself; a pod takes a DNS label. */
function hostnameOf(plan: Plan, { hostname }: Service): YamlNode | undefined {
  return hostname && from(plan, dnsName(hostname.value.split('.')[0] ?? ''), hostname.origin);
}

function runtimeOf(plan: Plan, service: Service): YamlNode | undefined {
  const runtime = textOf(attributeOf(service, 'runtime'));
  return runtime === '' || runtime === 'runc' ? undefined : from(plan, dnsName(runtime), entryAt(service, 'runtime'));
}

function podSecurity(plan: Plan, services: readonly Service[]): YamlMapping | undefined {
  const groups = services.flatMap(({ group_add }) => group_add).filter(({ value }) => /^\d{1,9}$/.test(value));
  const sysctls = services.flatMap((service) => [...service.sysctls]);
  const [root] = services;
  const fsGroup = root?.labels.get('kompose.security-context.fsgroup') ?? '';
  return filled({
    fsGroup: root && /^\d{1,9}$/.test(fsGroup) ? from(plan, Number(fsGroup), entryAt(root, 'labels')) : undefined,
    supplementalGroups: filled(groups.map(({ value, origin }) => from(plan, Number(value), origin) ?? null)),
    sysctls: filled(
      [...new Map(sysctls)].map(([name, { value, origin }]) => from(plan, { name, value }, origin) ?? null),
    ),
  });
}
