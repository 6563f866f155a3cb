import { load, loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import { contentOf, type Given, linesOf, proofOf, translated } from './support.ts';

interface Policy {
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** The policies of a translation by name. */
function policies(compose: string, given: Given = {}): Readonly<Record<string, Policy['spec']>> {
  const all = loadAll(contentOf(translated(compose, given), '10-policies.yaml')) as unknown as Policy[];
  return Object.fromEntries(all.map(({ metadata, spec }) => [metadata.name, spec]));
}

/** Labels of the pods of a service. */
function podLabels(compose: string, service: string, given: Given = {}): Readonly<Record<string, string>> {
  const [workload] = loadAll(contentOf(translated(compose, given), `${service}.yaml`)).filter(
    (object) => (object as { kind: string }).kind !== 'Service' && (object as { kind: string }).kind !== 'Secret',
  ) as { spec: { template: { metadata: { labels: Record<string, string> } } } }[];
  return workload?.spec.template.metadata.labels ?? {};
}

const TIERS = `services:
  web: { image: a, ports: ["8080:80"], networks: [front] }
  api: { image: a, networks: [front, back] }
  db: { image: a, networks: [back] }
networks: { front: {}, back: { internal: true } }
`;

test('a network is a label of its members, and a policy with peers and without ports', () => {
  const label = { matchLabels: { 'network.portolan/back': 'true' } };
  expect(policies(TIERS)['network-back']).toEqual({
    podSelector: label,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: label }] }],
    egress: [{ to: [{ podSelector: label }] }],
  });
  expect(podLabels(TIERS, 'api')).toMatchObject({ 'network.portolan/front': 'true', 'network.portolan/back': 'true' });
});

test('everything is shut but what a policy opens', () => {
  expect(policies(TIERS)['default-deny']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('a service on internal networks alone has no way out, and asks for names all the same', () => {
  expect(podLabels(TIERS, 'db')).not.toHaveProperty('portolan/outside');
  expect(podLabels(TIERS, 'db')).toMatchObject({ 'portolan/dns': 'true' });
  expect(podLabels(TIERS, 'api')).toMatchObject({ 'portolan/outside': 'true' });
});

test('published ports are open to everyone at the ports of the container, and no other', () => {
  expect(policies(TIERS)['published-web']).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
    policyTypes: ['Ingress'],
    ingress: [{ ports: [{ protocol: 'TCP', port: 80 }] }],
  });
});

test('what is bound to a loopback address is not open', () => {
  const compose = 'services: { web: { image: a, ports: ["127.0.0.1:8080:80"] } }\n';
  expect(policies(compose)).not.toHaveProperty('published-web');
  expect(contentOf(translated(compose), 'web.yaml')).not.toContain('LoadBalancer');
});

test('a published port is dialled from another network by way of the host, unless that has no way out', () => {
  const compose = `services:
  web: { image: a, ports: ["8080:80"], networks: [a] }
  near: { image: a, networks: [b] }
  shut: { image: a, networks: [c] }
networks: { a: {}, b: {}, c: { internal: true } }
`;
  expect(policies(compose)['dials-web']).toMatchObject({ egress: [{ ports: [{ protocol: 'TCP', port: 80 }] }] });
  expect(podLabels(compose, 'near')).toMatchObject({ 'dials.portolan/web': 'true' });
  expect(podLabels(compose, 'shut')).not.toHaveProperty('dials.portolan/web');
});

test('a network whose members all meet on another has no policy, which the file says', () => {
  const compose = `services:
  a: { image: a, networks: [n, m] }
  b: { image: a, networks: [n, m] }
  c: { image: a, networks: [n] }
networks: { n: {}, m: {} }
`;
  expect(policies(compose)).not.toHaveProperty('network-m');
  expect(contentOf(translated(compose), '10-policies.yaml')).toContain(
    '# Members of m all meet on other networks too, so that it needs no policy.',
  );
});

test('members of an external network may be in any namespace', () => {
  const compose = 'services: { a: { image: a, networks: [n] } }\nnetworks: { n: { external: true, name: shared } }\n';
  const label = { matchLabels: { 'network.portolan/shared': 'true' } };
  expect(policies(compose)['network-n']).toMatchObject({
    ingress: [{ from: [{ namespaceSelector: {}, podSelector: label }] }],
  });
});

test('members of a network that forbids them to talk to each other get no policy for it', () => {
  const compose = `services: { a: { image: a }, b: { image: a } }
networks: { default: { driver_opts: { com.docker.network.bridge.enable_icc: "false" } } }
`;
  expect(policies(compose)).not.toHaveProperty('network-default');
});

test('a service without a network gets no policy, no name and no server to ask', () => {
  const compose = 'services: { a: { image: a, network_mode: none }, b: { image: a } }\n';
  expect(Object.keys(podLabels(compose, 'a')).filter((key) => key.includes('portolan'))).toEqual([]);
  const content = contentOf(translated(compose), 'a.yaml');
  expect(content).toContain('dnsPolicy: None');
  expect(content).not.toContain('kind: Service');
});

test('a service in the network of the host shares that of its node, and policies do not hold for it', () => {
  const compose = 'services: { a: { image: a, network_mode: host }, b: { image: a } }\n';
  const made = translated(compose);
  expect(contentOf(made, 'a.yaml')).toContain('hostNetwork: true');
  expect(made.translation.losses.map(({ code }) => code)).toContain('L6');
  expect(proofOf(made).equivalent).toBe(true);
});

test('the address ranges of the cluster are no outside', () => {
  const spec = policies(TIERS, { options: { clusterCIDRs: ['10.0.0.0/8', 'fd00::/8'] } })['outside'];
  expect(spec).toMatchObject({
    egress: [
      {
        to: [
          { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
          { ipBlock: { cidr: '::/0', except: ['fd00::/8'] } },
        ],
      },
    ],
  });
});

test('least opens what depends_on and links declare, at declared ports, and lists every narrowing', () => {
  const compose = `services:
  web: { image: a, depends_on: [db] }
  db: { image: a, expose: ["5432"] }
`;
  const made = translated(compose, { options: { policies: 'least' } });
  expect(policies(compose, { options: { policies: 'least' } })['dialled-db']).toMatchObject({
    ingress: [{ ports: [{ protocol: 'TCP', port: 5432 }] }],
  });
  const lines = linesOf(proofOf(made)).filter((line) => line.startsWith('web -> db') || line.startsWith('db -> web'));
  expect(lines).toEqual(['db -> web: all / nothing: L30', 'web -> db: all / TCP 5432: L30']);
});

test('none writes no policy, and says so for every pair', () => {
  const made = translated(TIERS, { options: { policies: 'none' } });
  expect(contentOf(made, '10-policies.yaml')).toBe('');
  expect(linesOf(proofOf(made))).toContain('web -> db: nothing / all: L30');
});

test('the policies are YAML that says for each where it comes from', () => {
  const content = contentOf(translated(TIERS), '10-policies.yaml').split('---\n')[1] ?? '';
  expect(content).toContain('metadata: # compose.yaml:5');
  expect(load(content)).toMatchObject({ kind: 'NetworkPolicy', metadata: { namespace: 'proj' } });
});
