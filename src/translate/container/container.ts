/** One container of a pod, its fields in the order people write them. */

import type { Service } from '../../docker/service.ts';
import { exposedPorts } from '../../policy/dialects/docker-network/index.ts';
import { dnsName } from '../../util/dns-name.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { filled, from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import type { PodDraft } from '../pods/draft.ts';
import { mountsOf } from '../storage/mounts.ts';
import { commandOf } from './command.ts';
import { environmentOf } from './environment.ts';
import { lifecycleOf } from './lifecycle.ts';
import { probesOf } from './probes.ts';
import { resourcesOf } from './resources.ts';
import { securityOf } from './security.ts';

export function containerOf(plan: Plan, draft: PodDraft, service: Service): YamlMapping {
  return {
    name: plan.names.get(service.name) ?? service.name,
    image: imageOf(plan, service),
    imagePullPolicy: pullPolicyOf(plan, service),
    ...commandOf(plan, service),
    ports: filled(portsOf(plan, service)),
    env: filled(environmentOf(plan, draft, service)),
    resources: resourcesOf(plan, service),
    volumeMounts: filled(mountsOf(plan, draft, service)),
    ...probesOf(plan, service),
    lifecycle: lifecycleOf(plan, service),
    securityContext: securityOf(plan, service),
    stdin: attributeOf(service, 'stdin_open') === true ? from(plan, true, entryAt(service, 'stdin_open')) : undefined,
    tty: attributeOf(service, 'tty') === true ? from(plan, true, entryAt(service, 'tty')) : undefined,
  };
}

/** Compose calls an image that it builds after the project and the service. */
function imageOf(plan: Plan, service: Service): YamlNode {
  const name = service.image ?? `${dnsName(plan.project.name)}-${dnsName(service.name)}`;
  if (service.build !== undefined) {
    const reason = `${service.name} is built from a folder. No node can build it: build it, push it, and name it here.`;
    lose(plan, service, { code: 'L26', attribute: 'build', reason, severity: 'warning' });
  }
  return from(plan, name, entryAt(service, service.image === undefined ? 'build' : 'image')) ?? name;
}

const PULL_POLICIES: Readonly<Record<string, string>> = {
  always: 'Always',
  never: 'Never',
  missing: 'IfNotPresent',
  if_not_present: 'IfNotPresent',
};

function pullPolicyOf(plan: Plan, service: Service): YamlNode | undefined {
  const label = service.labels.get('kompose.image-pull-policy');
  if (label !== undefined && Object.values(PULL_POLICIES).includes(label)) {
    return from(plan, label, entryAt(service, 'labels'));
  }
  const policy = attributeOf(service, 'pull_policy');
  const known = typeof policy === 'string' && Object.hasOwn(PULL_POLICIES, policy) ? PULL_POLICIES[policy] : undefined;
  return from(plan, known, entryAt(service, 'pull_policy'));
}

/** Declared ports: documentation, as in Docker. */
function portsOf(plan: Plan, service: Service): YamlNode[] {
  const ports = new Map<string, YamlNode>();
  const add = (port: number, protocol: string, origin: Service['origin']) => {
    const key = `${port}/${protocol}`;
    if (ports.has(key) || !['TCP', 'UDP', 'SCTP'].includes(protocol)) return;
    ports.set(
      key,
      from(plan, { containerPort: port, protocol: protocol === 'TCP' ? undefined : protocol }, origin) ?? null,
    );
  };
  for (const { target, protocol, origin } of service.ports) add(target, protocol.toUpperCase(), origin);
  for (const { target, protocol, origin } of exposedPorts(service)) {
    // A range is what the image may use; its first port stands for it.
    if (target.first === target.last) add(target.first, protocol, origin);
  }
  return [...ports.values()];
}
