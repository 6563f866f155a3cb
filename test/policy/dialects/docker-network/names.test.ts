import { expect, test } from 'vitest';
import { ask } from './support.ts';

/** Who a name means at a service. */
const resolver = (compose: string) => {
  const { names } = ask(compose).world;
  return (from: string, name: string) => names.resolve(from, name);
};

test('a container answers to the name of its service, its own, its hostname and its aliases on that network', () => {
  const at = resolver(`services:
  app: { image: a, networks: [back, admin] }
  db: { image: a, container_name: the-db, hostname: be, networks: { back: { aliases: [database] }, admin: { aliases: [mysql] } } }
  web: { image: a, networks: [back] }
networks: { back: {}, admin: {} }
`);
  for (const name of ['db', 'the-db', 'be', 'database', 'mysql']) expect(at('app', name)).toEqual(['db']);
  expect(at('web', 'mysql')).toEqual([]);
  expect(at('app', 'proj-web-1')).toEqual(['web']);
  expect(at('app', 'proj-web-2')).toEqual([]);
  expect(at('app', 'proj-db-1')).toEqual([]);
});

test('names are seen only from containers on the same network', () => {
  const at = resolver(`services: { a: { image: a, networks: [x] }, b: { image: a, networks: [y] } }
networks: { x: {}, y: {} }
`);
  expect(at('a', 'b')).toEqual([]);
});

test('several containers of one name on one network answer together', () => {
  const at = resolver(`services:
  r1: { image: a, networks: { n: { aliases: [redis] } } }
  r2: { image: a, networks: { n: { aliases: [redis] } } }
  c: { image: a, networks: [n] }
networks: { n: {} }
`);
  expect(at('c', 'redis')).toEqual(['r1', 'r2']);
});

test('one network answers: the first that knows the name, by gateway order', () => {
  const compose = (join: string) => `services:
  c: { image: a, networks: ${join} }
  rm: { image: a, networks: { m: { aliases: [redis] } } }
  rn: { image: a, networks: { n: { aliases: [redis] } } }
  ra: { image: a, networks: { a-int: { aliases: [redis] } } }
networks: { m: {}, n: {}, a-int: { internal: true } }
`;
  expect(resolver(compose('[n, m]'))('c', 'redis')).toEqual(['rm']);
  expect(resolver(compose('{ n: { gw_priority: 1 }, m: {} }'))('c', 'redis')).toEqual(['rn']);
  expect(resolver(compose('{ n: { priority: 1 }, m: {} }'))('c', 'redis')).toEqual(['rm']);
  expect(resolver(compose('[a-int, m]'))('c', 'redis')).toEqual(['rm']);
  expect(resolver(compose('{ a-int: { gw_priority: 1 }, m: {} }'))('c', 'redis')).toEqual(['ra']);
});

test('a name followed by the real name of a network asks that network alone', () => {
  const at = resolver(`services:
  c: { image: a, networks: [m, n] }
  rm: { image: a, networks: { m: { aliases: [redis] } } }
  rn: { image: a, networks: { n: { aliases: [redis] } } }
networks: { m: {}, n: {}, other: {} }
`);
  expect(at('c', 'redis.proj_n')).toEqual(['rn']);
  expect(at('rm', 'redis.proj_n')).toEqual([]);
});

test('names are matched without regard to case', () => {
  const at = resolver('services: { web: { image: a, hostname: Front }, c: { image: a } }');
  expect(at('c', 'WEB')).toEqual(['web']);
  expect(at('c', 'front')).toEqual(['web']);
});

test('all containers of a service answer to its name, and one without containers does not', () => {
  const at = resolver('services: { many: { image: a, scale: 3 }, off: { image: a, scale: 0 }, c: { image: a } }');
  expect(at('c', 'many')).toEqual(['many']);
  expect(at('c', 'proj-many-3')).toEqual(['many']);
  expect(at('c', 'off')).toEqual([]);
});

test('a link alias stands for its container alone, before every other name, on whichever network they share', () => {
  const at = resolver(`services:
  r1: { image: a, networks: [n] }
  r2: { image: a, networks: { m: { aliases: [redis] } } }
  c: { image: a, networks: [m, n], links: ["r1:redis"] }
networks: { m: {}, n: {} }
`);
  expect(at('c', 'redis')).toEqual(['r1']);
  expect(at('r2', 'redis')).toEqual(['r2']);
});

test('a link to a container on no common network hides the name, and of two links with one alias the last counts', () => {
  const at = resolver(`services:
  lost: { image: a, networks: [m] }
  r1: { image: a, networks: { n: { aliases: [redis] } } }
  r2: { image: a, networks: [n] }
  c: { image: a, networks: [n], links: ["lost:redis", "r1:cache", "r2:cache", "r2:DB"] }
networks: { m: {}, n: {} }
`);
  expect(at('c', 'redis')).toEqual([]);
  expect(at('c', 'cache')).toEqual(['r2']);
  expect(at('c', 'DB')).toEqual(['r2']);
  expect(at('c', 'db')).toEqual([]);
});

test("on the engine's own bridge there are no names but those that links write", () => {
  const at = resolver(`services:
  one: { image: a, network_mode: bridge, hostname: uno-host }
  two: { image: a, network_mode: bridge, links: ["one:uno"] }
`);
  for (const name of ['uno', 'uno-host', 'proj-one-1']) expect(at('two', name)).toEqual(['one']);
  expect(at('two', 'one')).toEqual([]);
  expect(at('one', 'two')).toEqual([]);
});

test('in the network of the host and on none, no names of containers resolve', () => {
  const at = resolver(`services:
  web: { image: a }
  agent: { image: a, network_mode: host }
  none: { image: a, network_mode: none }
`);
  expect(at('agent', 'web')).toEqual([]);
  expect(at('none', 'none')).toEqual([]);
  expect(at('web', 'agent')).toEqual([]);
});

test('a service in the network of another has the names that one sees, and no name of its own', () => {
  const at = resolver(`services:
  vpn: { image: a }
  torrent: { image: a, network_mode: "service:vpn" }
  ui: { image: a }
`);
  expect(at('torrent', 'ui')).toEqual(['ui']);
  expect(at('ui', 'torrent')).toEqual([]);
  expect(at('ui', 'vpn')).toEqual(['vpn']);
});

test('a network that network_mode joins does not know the name of the service', () => {
  const at = resolver(`services:
  a: { image: a, network_mode: net, container_name: the-a }
  b: { image: a, networks: [net] }
networks: { net: { external: true } }
`);
  expect(at('b', 'the-a')).toEqual(['a']);
  expect(at('b', 'a')).toEqual([]);
  expect(at('a', 'b')).toEqual(['b']);
});

test('the names of a project are those that stand in its files', () => {
  const { names } = ask(`services:
  a: { image: a, container_name: the-a, hostname: h, networks: { default: { aliases: [x] } } }
  b: { image: a, links: ["a:y"] }
`).world;
  expect(names.all).toEqual(['a', 'b', 'h', 'the-a', 'x', 'y']);
});
