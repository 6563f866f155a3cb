import { expect, test } from 'vitest';
import { contentOf, linesOf, proofOf, type Translated, translated } from './support.ts';

const TIERS = `services:
  frontend: { image: nginx, ports: ["80:80"], networks: [front] }
  api: { image: httpd, networks: [front, back] }
  db: { image: postgres, networks: [back] }
networks: { front: {}, back: { internal: true } }
`;

/** The same translation with one file changed. */
function changed(made: Translated, path: string, change: (content: string) => string): Translated['files'] {
  return made.files.map((file) => (file.path === path ? { path, content: change(file.content) } : file));
}

test('of a project in tiers every pair of services is equal, and what differs is about the host and other pods', () => {
  const proof = proofOf(translated(TIERS));
  expect(proof.equivalent).toBe(true);
  expect(linesOf(proof)).toEqual([
    'api -> @other: nothing / all: L14',
    '@host -> api: all / nothing: L8',
    'db -> @host: all / nothing: L31',
    '@host -> db: all / nothing: L8',
    'frontend -> @other: nothing / all: L14',
    '@host -> frontend: all / TCP 80: L8',
    'db asks frontend:  / frontend: L2',
    'frontend asks db:  / db: L2',
  ]);
});

test('with the ranges of the cluster nothing leaves for pods of other projects', () => {
  const made = translated(TIERS, { options: { clusterCIDRs: ['10.0.0.0/8', 'fd00::/8'] } });
  expect(linesOf(proofOf(made)).some((line) => line.includes('@other'))).toBe(false);
  expect(made.translation.losses.map(({ code }) => code)).not.toContain('L14');
});

test('a policy that lets the frontend to the database fails the proof, with the pair', () => {
  const made = translated(TIERS);
  const files = changed(made, 'frontend.yaml', (content) =>
    content.replace(
      'network.portolan/front: "true"',
      'network.portolan/front: "true"\n        network.portolan/back: "true"',
    ),
  );
  const proof = proofOf(made, files);
  expect(proof.equivalent).toBe(false);
  expect(linesOf(proof)).toContain('frontend -> db: nothing / all: ?');
});

test('a rule that only the other end keeps shut fails the proof too', () => {
  const made = translated(TIERS);
  const files = changed(made, '10-policies.yaml', (content) =>
    content.replace(
      /( {2}egress:\n {4}- to:\n {8}- podSelector:)\n {12}matchLabels:\n {14}network.portolan\/back: "true"/,
      '$1 {}',
    ),
  );
  expect(linesOf(proofOf(made, files)).filter((line) => line.endsWith('?'))).toContain(
    'db -> frontend egress: nothing / all: ?',
  );
});

test('a Service that is gone, or leads elsewhere, fails the proof by its name', () => {
  const made = translated(TIERS);
  const files = changed(made, 'db.yaml', (content) =>
    content.replace(/(kind: Service\nmetadata: .*\n {2}name:) db/, '$1 database'),
  );
  expect(linesOf(proofOf(made, files))).toContain('api asks db: db / : ?');
  const lost = changed(made, 'frontend.yaml', (content) => content.replace('type: LoadBalancer', 'type: ClusterIP'));
  expect(linesOf(proofOf(made, lost))).toContain('@lan -> frontend published: TCP 80 / nothing: ?');
});

test('a Service with an address of its own leads to declared ports at their own numbers, or fails the proof', () => {
  const made = translated('services: { web: { image: a, expose: ["80"] }, b: { image: a } }\n');
  const files = changed(made, 'web.yaml', (content) =>
    content.replace('  clusterIP: None\n', '').replace(/ {6}port: 80\n/, '      port: 8080\n      targetPort: 80\n'),
  );
  expect(contentOf({ ...made, files }, 'web.yaml')).toContain('targetPort: 80');
  expect(proofOf(made, files).equivalent).toBe(false);
});

test('what Docker does is not known where a container is not shown, and the proof says so', () => {
  const made = translated('services: { a: { image: a, network_mode: "container:elsewhere" }, b: { image: a } }\n');
  const proof = proofOf(made);
  expect(proof.equivalent).toBe(true);
  expect(linesOf(proof)).toContain('a -> b: nothing ? all / nothing: L29');
});
