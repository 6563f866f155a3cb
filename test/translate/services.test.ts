import { loadAll } from 'js-yaml';
import { expect, test } from 'vitest';
import type { Loss } from '../../src/translate/losses/loss.ts';
import { contentOf, type Given, linesOf, proofOf, translated } from './support.ts';

interface Service {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** The Services and what stands before them, by kind and name. */
function doors(compose: string, given: Given = {}): Readonly<Record<string, Service['spec']>> {
  const { files } = translated(compose, given);
  const all = files.flatMap(({ content }) => loadAll(content) as unknown as Service[]);
  const kinds = ['Service', 'Ingress', 'HTTPRoute'];
  return Object.fromEntries(
    all
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, metadata, spec }) => [`${kind} ${metadata.name}`, spec]),
  );
}

function losses(compose: string, code: string): Loss[] {
  return translated(compose).translation.losses.filter((loss) => loss.code === code);
}

test('every service keeps its name, also one that declares no port, and the name leads to its pods at every port', () => {
  expect(doors('services: { db: { image: a } }\n')['Service db']).toEqual({
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: { 'app.kubernetes.io/name': 'db' },
    ports: [{ name: 'none-declared', port: 65535 }],
  });
});

test('a published port keeps its number at the door, and peers dial the port of the container', () => {
  const made = doors('services: { web: { image: a, ports: ["8080:80"] } }\n');
  expect(made['Service web']).toMatchObject({ ports: [{ name: 'tcp-80', port: 80 }] });
  expect(made['Service web-published']).toMatchObject({
    type: 'LoadBalancer',
    ports: [{ name: 'tcp-8080', port: 8080, targetPort: 80 }],
  });
});

test('aliases, container names and hostnames are names; one that several services share leads to all of them', () => {
  const compose = `services:
  r1: { image: a, networks: { n: { aliases: [redis] } } }
  r2: { image: a, container_name: the-second, hostname: box, networks: { n: { aliases: [redis] } } }
networks: { n: {} }
`;
  const made = doors(compose);
  expect(made['Service redis']).toMatchObject({ selector: { 'name.portolan/redis': 'true' } });
  expect(Object.keys(made)).toEqual(
    expect.arrayContaining(['Service the-second', 'Service box', 'Service r1', 'Service r2']),
  );
  expect(proofOf(translated(compose)).names.differences).toEqual([]);
});

test('a name that is no DNS label changes, and the loss says where the old one is mentioned', () => {
  const compose = `services:
  my_db: { image: a }
  web:
    image: a
    environment:
      DB: my_db:5432
`;
  expect(doors(compose)).toHaveProperty('Service my-db');
  const [loss] = losses(compose, 'L3');
  expect(loss?.reason).toContain('compose.yaml:6');
});

test('a name that Docker hides from some resolves for them too, which opens nothing', () => {
  const compose = `services: { a: { image: a, networks: [n] }, b: { image: a, networks: [m] } }
networks: { n: {}, m: {} }
`;
  const lines = linesOf(proofOf(translated(compose)));
  expect(lines).toContain('a asks b:  / b: L2');
  expect(lines.some((line) => line.startsWith('a -> b'))).toBe(false);
});

test('one name for different services on different networks is an error', () => {
  const compose = `services:
  one: { image: a, networks: { n: { aliases: [db] } } }
  two: { image: a, networks: { m: { aliases: [db] } } }
  x: { image: a, networks: [n] }
  y: { image: a, networks: [m] }
networks: { n: {}, m: {} }
`;
  expect(losses(compose, 'L21')[0]).toMatchObject({ severity: 'error' });
  expect(proofOf(translated(compose)).equivalent).toBe(true);
});

test.each([
  ['nodeport', 'Service web-published', { type: 'NodePort' }],
  ['ingress', 'Ingress web', { rules: [{ http: { paths: [{ backend: { service: { name: 'web-published' } } }] } }] }],
  ['gateway', 'HTTPRoute web', { rules: [{ backendRefs: [{ name: 'web-published', port: 8080 }] }] }],
] as const)('expose=%s opens published ports by a %s, and the proof holds', (expose, name, spec) => {
  const compose = 'services: { web: { image: a, ports: ["8080:80"] } }\n';
  expect(doors(compose, { options: { expose } })[name]).toMatchObject(spec);
  expect(proofOf(translated(compose, { options: { expose } })).equivalent).toBe(true);
});

test('expose=none leaves published ports without a door, which the proof shows with its loss', () => {
  const made = translated('services: { web: { image: a, ports: ["8080:80"] } }\n', { options: { expose: 'none' } });
  expect(linesOf(proofOf(made))).toContain('@lan -> web published: TCP 80 / nothing: L30');
});

test('a label of kompose says how one service is opened', () => {
  const compose = 'services: { web: { image: a, ports: ["8080:80"], labels: { kompose.service.type: nodeport } } }\n';
  expect(doors(compose)['Service web-published']).toMatchObject({ type: 'NodePort' });
  const closed = compose.replace('nodeport', 'clusterip');
  expect(doors(closed)).not.toHaveProperty('Service web-published');
  expect(losses(closed, 'L27')).toHaveLength(1);
});

test('ports of a service on internal networks alone are not opened, as in Docker', () => {
  const compose =
    'services: { a: { image: a, networks: [n], ports: ["80:80"] } }\nnetworks: { n: { internal: true } }\n';
  expect(doors(compose)).not.toHaveProperty('Service a-published');
  expect(contentOf(translated(compose), '10-policies.yaml')).not.toContain('published-a');
});
