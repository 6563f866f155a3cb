/**
 * NetworkPolicies: first the base of each namespace (default deny in four of five, names and scraping allowed again),
 * then policies of applications until there are as many as asked for.
 */

import { type Manifest, written } from './manifest.ts';
import type { Plan } from './plan.ts';
import { drawPeer, drawSubject } from './policy-peers.ts';
import { type PortDrawer, portDrawer } from './policy-ports.ts';
import { type Random, randomStream } from './random.ts';
import type { Home, Workload } from './workloads.ts';

type Direction = 'ingress' | 'egress';
type Isolation = Direction | 'both';

interface Writer {
  readonly plan: Plan;
  readonly random: Random;
  readonly ports: PortDrawer;
}

export function* networkPolicies(plan: Plan): Generator<Manifest> {
  const random = randomStream(plan.options.seed, 'pol');
  const endless = allPolicies({ plan, random, ports: portDrawer(plan.options.profile, random) });
  // The number is asked before a policy is drawn: drawing counts its rules.
  for (let made = 0; made < plan.options.policies; made++) yield endless.next().value;
}

function* allPolicies(writer: Writer): Generator<Manifest, never> {
  for (const home of writer.plan.homes) yield* basePolicies(writer, home);
  const occupied = writer.plan.homes.filter(({ workloads }) => workloads.length > 0);
  for (let serial = 0; ; serial++) yield applicationPolicy(writer, someHome(writer, occupied), serial);
}

function* basePolicies({ plan, random }: Writer, home: Home): Generator<Manifest> {
  const isolation = random.weighted<Isolation | 'none'>([
    [50, 'both'],
    [25, 'ingress'],
    [5, 'egress'],
    [20, 'none'],
  ]);
  if (isolation === 'none') return;
  yield policy(home, 'default-deny', { podSelector: {}, policyTypes: typesOf(isolation) });
  if (isolation !== 'ingress') yield allowed(plan, policy(home, 'allow-dns', DNS));
  if (isolation !== 'egress' && random.chance(0.5)) yield allowed(plan, policy(home, 'allow-scrape', SCRAPE));
  if (isolation !== 'egress' && random.chance(0.3)) {
    yield allowed(plan, policy(home, 'allow-ingress-controller', ENTRY));
  }
}

/** Counts the one rule with one peer that each of the base's policies has. */
function allowed({ tally }: Plan, manifest: Manifest): Manifest {
  tally.rules++;
  tally.peers++;
  return manifest;
}

function peerIn(namespace: Readonly<Record<string, string>>, pod?: Readonly<Record<string, string>>): object {
  return { namespaceSelector: { matchLabels: namespace }, ...(pod && { podSelector: { matchLabels: pod } }) };
}

const DNS = {
  podSelector: {},
  policyTypes: ['Egress'],
  egress: [
    {
      to: [peerIn({ 'kubernetes.io/metadata.name': 'kube-system' }, { 'k8s-app': 'kube-dns' })],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 53 },
      ],
    },
  ],
};

const SCRAPE = {
  podSelector: {},
  policyTypes: ['Ingress'],
  ingress: [
    {
      from: [peerIn({ purpose: 'monitoring' }, { app: 'prometheus' })],
      ports: [{ protocol: 'TCP', port: 'metrics' }],
    },
  ],
};

const ENTRY = {
  podSelector: { matchLabels: { tier: 'frontend' } },
  policyTypes: ['Ingress'],
  ingress: [{ from: [peerIn({ purpose: 'ingress' })], ports: [{ protocol: 'TCP', port: 'http' }] }],
};

/** Larger namespaces get more. */
function someHome({ plan, random }: Writer, occupied: readonly Home[]): Home {
  let [home] = plan.homes;
  if (occupied.length > 0) {
    let left = random.fraction() * occupied.reduce((sum, { workloads }) => sum + workloads.length, 0);
    home = occupied.find(({ workloads }) => {
      left -= workloads.length;
      return left < 0;
    });
  }
  if (!home) throw new Error('there is a namespace at least');
  return home;
}

function applicationPolicy(writer: Writer, home: Home, serial: number): Manifest {
  const { plan, random } = writer;
  const { drawn: podSelector, workload } = drawSubject(plan, home, random);
  const isolation = random.weighted<Isolation>([
    [50, 'ingress'],
    [30, 'egress'],
    [20, 'both'],
  ]);
  const ingress = isolation === 'egress' ? undefined : drawRules(writer, home, { workload, direction: 'ingress' });
  const egress = isolation === 'ingress' ? undefined : drawRules(writer, home, { workload, direction: 'egress' });
  const spec = written({ podSelector, policyTypes: typesOf(isolation), ingress, egress });
  return policy(home, `${workload?.name ?? 'app'}-${isolation}-${serial}`, spec);
}

interface About {
  readonly workload: Workload | undefined;
  readonly direction: Direction;
}

function drawRules({ plan, random, ports }: Writer, home: Home, { workload, direction }: About): object[] {
  const count = Math.max(1, Math.round(plan.options.rulesPerPolicy * (0.4 + 1.2 * random.fraction())));
  return Array.from({ length: count }, () => {
    plan.tally.rules++;
    // A rule without peers means everyone.
    if (random.chance(0.03)) return written({ ports: ports(workload) });
    const length = random.chance(0.25) ? 2 : 1;
    const world = direction === 'egress' ? 9 : 5;
    const peers = Array.from({ length }, () => drawPeer(plan, home, { random, world }));
    const meant = peers.find((peer) => peer.workload)?.workload;
    return written({
      [direction === 'ingress' ? 'from' : 'to']: peers.map(({ drawn }) => drawn),
      ports: ports(direction === 'ingress' ? workload : meant),
    });
  });
}

function typesOf(isolation: Isolation): string[] {
  return isolation === 'both' ? ['Ingress', 'Egress'] : isolation === 'ingress' ? ['Ingress'] : ['Egress'];
}

function policy({ name: namespace }: Home, name: string, spec: object): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec };
}
