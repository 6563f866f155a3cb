/**
 * The NetworkPolicies of a project (https://kubernetes.io/docs/concepts/services-networking/network-policies/). Nothing
 * is allowed but what a policy opens: members of a network to each other, names, the way out, published ports. Each
 * side of a connection is opened by itself and exactly, so that neither rests on the other.
 */

import { ALL, type ConnectionSet, connectionKey, equal, isEmpty } from '../../algebra/connection-set.ts';
import type { Origin } from '../../ingest/document.ts';
import { INTERNET } from '../../policy/dialects/docker-network/index.ts';
import { entryOf } from '../../util/ordering.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { dialsLabel, NAME, OUTSIDE, RESOLVES, YES } from '../labels.ts';
import { from, type Manifest, metadata } from '../manifests/manifest.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { beyondAll, type Flow, flowsOf, openToAll } from './flows.ts';
import { type MemberNetwork, memberNetworks, needed } from './membership.ts';
import { policyPorts } from './policy-ports.ts';

export interface Networking {
  readonly policies: readonly Manifest[];
  /** What the pods of a unit bear so that policies find them, with the line that says why. */
  readonly labels: ReadonlyMap<Unit, ReadonlyMap<string, YamlNode>>;
}

/** What is written of one policy. */
interface Wanted {
  readonly name: string;
  readonly head: readonly string[];
  readonly origin?: Origin | undefined;
  readonly subject: YamlMapping;
  readonly ingress?: readonly YamlNode[];
  readonly egress?: readonly YamlNode[];
  readonly types?: readonly string[];
}

export function networkingOf(plan: Plan): Networking {
  const labels = new Labelling(plan);
  if (plan.options.policies === 'none') return { policies: [], labels: labels.all };
  const networks = memberNetworks(plan);
  const kept = needed(networks);
  const policies = [
    defaultDeny(networks.filter((network) => !kept.has(network))),
    ...(plan.options.policies === 'least' ? [] : [...kept].map((network) => members(plan, labels, network))),
    ...clusterDns(plan, labels),
    ...wayOut(plan, labels),
    ...plan.units.flatMap((unit) => published(plan, unit)),
    ...dialling(plan, labels, flowsOf(plan, networks)),
  ];
  return { policies: policies.map((wanted) => policyOf(plan, wanted)), labels: labels.all };
}

/** Gathers the labels of units. */
class Labelling {
  readonly all: ReadonlyMap<Unit, Map<string, YamlNode>>;
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.all = new Map(plan.units.map((unit) => [unit, new Map<string, YamlNode>()]));
  }

  add(unit: Unit, label: string, origin: Origin): void {
    this.all.get(unit)?.set(label, from(this.#plan, YES, origin) ?? YES);
  }
}

function policyOf(plan: Plan, { name, head, origin, subject, ingress, egress, types }: Wanted): Manifest {
  const own = metadata(plan, plan.objectNames.of('NetworkPolicy', name));
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: origin ? from(plan, own, origin) : own,
    spec: {
      podSelector: subject,
      policyTypes: types ?? [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
      ingress,
      egress,
    },
  };
  return { part: 'policies', head, object };
}

function labelled(label: string, value = YES): YamlMapping {
  return { matchLabels: { [label]: value } };
}

function defaultDeny(idle: readonly MemberNetwork[]): Wanted {
  const without = idle.map(
    ({ key }) => `Members of ${key} all meet on other networks too, so that it needs no policy.`,
  );
  return {
    name: 'default-deny',
    head: ['Nothing comes in or goes out but what another policy allows.', ...without],
    subject: {},
    types: ['Ingress', 'Egress'],
  };
}

/** Every port of every member, declared or not. */
function members(plan: Plan, labels: Labelling, network: MemberNetwork): Wanted {
  const { key, label, isExternal, members: units, origin } = network;
  for (const unit of units) labels.add(unit, label, joinOf(unit, key) ?? origin);
  const peer = isExternal ? { namespaceSelector: {}, podSelector: labelled(label) } : { podSelector: labelled(label) };
  // Who is open to everyone needs no policy to let members in.
  const isOpen = units.every((unit) => equal(openToAll(plan, unit), ALL));
  return {
    name: `network-${key}`,
    head: [`Members of ${key} reach every port of each other.`],
    origin,
    subject: labelled(label),
    ...(isOpen ? {} : { ingress: [{ from: [peer] }] }),
    egress: [{ to: [peer] }],
  };
}

function joinOf({ space }: Unit, key: string): Origin | undefined {
  if (space.kind !== 'networks') return undefined;
  return space.joins.find(({ network }) => network.name === key || network.name.endsWith(`_${key}`))?.origin;
}

function clusterDns(plan: Plan, labels: Labelling): Wanted[] {
  const asking = plan.units.filter(({ space }) => space.kind === 'networks');
  if (asking.length === 0) return [];
  for (const unit of asking) labels.add(unit, RESOLVES, unit.root.origin);
  const { namespace, key, value } = plan.options.dns;
  const servers = {
    namespaceSelector: labelled('kubernetes.io/metadata.name', namespace),
    podSelector: labelled(key, value),
  };
  return [
    {
      name: 'cluster-dns',
      head: ['Pods that are on a network ask for names, as containers ask the server of the engine.'],
      subject: labelled(RESOLVES),
      egress: [
        {
          to: [servers],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    },
  ];
}

/** Whoever is on a network that is not internal. */
function wayOut(plan: Plan, labels: Labelling): Wanted[] {
  const leaving = plan.units.filter(
    ({ root, space }) => space.kind === 'networks' && !isEmpty(plan.docker.between(root.name, INTERNET).allow),
  );
  if (leaving.length === 0) return [];
  for (const unit of leaving) labels.add(unit, OUTSIDE, gatewayOf(unit) ?? unit.root.origin);
  const { clusterCIDRs } = plan.options;
  const except = (isV6: boolean) => {
    const blocks = clusterCIDRs.filter((block) => block.includes(':') === isV6);
    return blocks.length > 0 ? blocks : undefined;
  };
  return [
    {
      name: 'outside',
      head: ['Pods with a network that is not internal reach everything outside.'],
      subject: labelled(OUTSIDE),
      egress: [
        {
          to: [
            { ipBlock: { cidr: '0.0.0.0/0', except: except(false) } },
            { ipBlock: { cidr: '::/0', except: except(true) } },
          ],
        },
      ],
    },
  ];
}

function gatewayOf({ space }: Unit): Origin | undefined {
  return space.kind === 'networks' ? space.gateway?.origin : undefined;
}

/** From everywhere, on the container's own ports: that is where a Service leads. */
function published(plan: Plan, unit: Unit): Wanted[] {
  const open = openToAll(plan, unit);
  if (isEmpty(open)) return [];
  const { root, name } = unit;
  return [
    {
      name: `published-${name}`,
      head: [`The published ports of ${root.name} are open to everyone.`],
      origin: root.ports[0]?.origin ?? gatewayOf(unit),
      subject: labelled(NAME, name),
      ingress: [{ ports: policyPorts(open) }],
    },
  ];
}

/** One policy for each destination and set of ports, about the pods that dial it. */
function dialling(plan: Plan, labels: Labelling, flows: readonly Flow[]): Wanted[] {
  const groups = new Map<string, { readonly to: Unit; readonly ports: ConnectionSet; readonly flows: Flow[] }>();
  for (const flow of flows) {
    const key = `${flow.to.name} ${connectionKey(flow.ports)}`;
    entryOf(groups, key, () => ({ to: flow.to, ports: flow.ports, flows: [] })).flows.push(flow);
  }
  const counts = new Map<string, number>();
  return [...groups.values()].flatMap(({ to, ports, flows: own }) => {
    const count = (counts.get(to.name) ?? 0) + 1;
    counts.set(to.name, count);
    const suffix = count === 1 ? to.name : `${to.name}-${count}`;
    const label = dialsLabel(suffix);
    for (const flow of own) labels.add(flow.from, label, flow.from.root.origin);
    const dialled = { podSelector: labelled(NAME, to.name) };
    const words = own.map(({ from: unit }) => unit.root.name).join(', ');
    const out: Wanted = {
      name: `dials-${suffix}`,
      head: [`${words} may dial ${to.root.name}.`],
      subject: labelled(label),
      egress: [{ to: [dialled], ports: policyPorts(ports) }],
    };
    if (own.every((flow) => isEmpty(beyondAll(plan, flow)))) return [out];
    const into: Wanted = {
      name: `dialled-${suffix}`,
      head: [`${to.root.name} may be dialled by ${words}.`],
      subject: labelled(NAME, to.name),
      ingress: [{ from: [{ podSelector: labelled(label) }], ports: policyPorts(ports) }],
    };
    return [out, into];
  });
}
