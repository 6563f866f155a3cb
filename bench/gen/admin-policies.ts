/** Policies of the whole cluster: of the tier Admin, each with a priority of its own, and one of the tier Baseline. */

import { type LabelSelector, type Manifest, written } from './manifest.ts';
import { teamCount } from './names.ts';
import type { Plan } from './plan.ts';
import { type Random, randomStream } from './random.ts';

type Direction = 'ingress' | 'egress';
type Actions = readonly (readonly [weight: number, action: string])[];

interface Writer {
  readonly plan: Plan;
  readonly random: Random;
}

export function* adminPolicies(plan: Plan): Generator<Manifest> {
  const writer = { plan, random: randomStream(plan.options.seed, 'adm') };
  for (let i = 0; i < plan.options.adminPolicies; i++) yield adminPolicy(writer, i);
  if (plan.options.adminPolicies > 0) yield baselinePolicy(writer);
}

function adminPolicy(writer: Writer, index: number): Manifest {
  const { plan, random } = writer;
  const { adminApi, adminPolicies: count } = plan.options;
  const actions: Actions = [
    [3, adminApi === 'anp' ? 'Allow' : 'Accept'],
    [4, 'Deny'],
    [3, 'Pass'],
  ];
  const directions = random.weighted<Direction | 'both'>([
    [4, 'ingress'],
    [4, 'egress'],
    [2, 'both'],
  ]);
  const subject = drawPods(writer);
  const rules = { actions, world: 0.2 };
  const ingress = directions === 'egress' ? undefined : drawRules(writer, 'ingress', rules);
  const egress = directions === 'ingress' ? undefined : drawRules(writer, 'egress', rules);
  const priority = Math.floor((index * 1000) / Math.max(1, count));
  const metadata = { name: `admin-${index}` };
  return adminApi === 'anp'
    ? { ...V1ALPHA1, kind: 'AdminNetworkPolicy', metadata, spec: written({ priority, subject, ingress, egress }) }
    : { ...V1ALPHA2, metadata, spec: written({ tier: 'Admin', priority, subject, ingress, egress }) };
}

function baselinePolicy(writer: Writer): Manifest {
  const { adminApi } = writer.plan.options;
  const actions: Actions = [
    [1, adminApi === 'anp' ? 'Allow' : 'Accept'],
    [3, 'Deny'],
  ];
  const rules = { actions, world: 0.1 };
  const spec = {
    subject: { namespaces: {} },
    ingress: drawRules(writer, 'ingress', rules),
    egress: drawRules(writer, 'egress', rules),
  };
  return adminApi === 'anp'
    ? { ...V1ALPHA1, kind: 'BaselineAdminNetworkPolicy', metadata: { name: 'default' }, spec }
    : { ...V1ALPHA2, metadata: { name: 'baseline' }, spec: { tier: 'Baseline', priority: 0, ...spec } };
}

const V1ALPHA1 = { apiVersion: 'policy.networking.k8s.io/v1alpha1' };
const V1ALPHA2 = { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy' };

interface Rules {
  readonly actions: Actions;
  /** How often a peer of an egress rule is a network. */
  readonly world: number;
}

function drawRules(writer: Writer, direction: Direction, { actions, world }: Rules): object[] {
  const { plan, random } = writer;
  const length = random.between(1, 4);
  return Array.from({ length }, (_, i) => {
    const action = random.weighted(actions);
    const peer = drawPeer(writer, direction, world);
    const ports = drawPorts(writer);
    const where = plan.options.adminApi === 'anp' ? 'ports' : 'protocols';
    return written({ name: `r${i}`, action, [direction === 'ingress' ? 'from' : 'to']: [peer], [where]: ports });
  });
}

function drawPeer({ plan, random }: Writer, direction: Direction, world: number): object {
  const namespaces = drawNamespaces({ plan, random });
  if (direction === 'egress' && random.chance(world)) return { networks: [random.pick(plan.pool).cidr] };
  return podsOf(namespaces, random);
}

function drawPods({ plan, random }: Writer): object {
  return podsOf(drawNamespaces({ plan, random }), random);
}

function podsOf(namespaces: LabelSelector, random: Random): object {
  if (random.chance(0.6)) return { namespaces };
  const podSelector = { matchLabels: { tier: random.pick(['frontend', 'backend', 'db']) } };
  return { pods: { namespaceSelector: namespaces, podSelector } };
}

function drawNamespaces({ plan, random }: Writer): LabelSelector {
  const env = random.pick(['prod', 'staging', 'dev']);
  const team = `team-${random.below(teamCount(plan.options.namespaces))}`;
  return random.weighted<LabelSelector>([
    [3, {}],
    [3, { matchLabels: { env } }],
    [3, { matchLabels: { team } }],
    [1, { matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['prod'] }] }],
    [1, { matchLabels: { pci: 'true' } }],
  ]);
}

function drawPorts({ plan, random }: Writer): object[] | undefined {
  if (random.chance(0.4)) return undefined;
  const port = random.pick([53, 80, 443, 5432, 6379, 8080, 9090]);
  const range = random.chance(0.2) ? { start: port, end: port + 99 } : undefined;
  if (plan.options.adminApi === 'cnp') {
    return [{ [port === 53 ? 'udp' : 'tcp']: { destinationPort: range ? { range } : { number: port } } }];
  }
  if (range) return [{ portRange: { protocol: 'TCP', ...range } }];
  return [{ portNumber: { protocol: port === 53 ? 'UDP' : 'TCP', port } }];
}
