/** What runs and what the file says: inspected containers and networks have the matrix of their Compose file. */

import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/ingest/index.ts';
import { reachability } from '../../../src/operations/reachability.ts';
import { foundPairs } from '../../../src/operations/reachability-result.ts';
import { analysisOf, type Files } from '../../support/bundle.ts';
import { composeNetwork, container, endpoint, idOf, labels } from './dump.ts';

const COMPOSE = `name: shop
services:
  web:
    image: nginx
    ports: ["8080:80", "127.0.0.1:9090:9000"]
    networks: { front: {}, back: { aliases: [site] } }
  api: { image: httpd, networks: [back] }
  db: { image: postgres, networks: [data], ports: ["5432:5432"] }
  side: { image: busybox, network_mode: "service:web" }
  agent: { image: busybox, network_mode: host }
  batch: { image: busybox, network_mode: none }
networks:
  front: {}
  back: {}
  data: { internal: true }
`;

function running(service: string, host: JsonObject, networks: JsonObject, said: JsonObject = {}): JsonObject {
  const Config = { Labels: labels('shop', service) };
  return container(`shop-${service}-1`, { HostConfig: host, Networks: networks, Config, ...said });
}

const on = (service: string, ...more: string[]): JsonObject =>
  endpoint({ Aliases: [`shop-${service}-1`, service, ...more], DNSNames: [`shop-${service}-1`, service, ...more] });

const WEB_PORTS = {
  '80/tcp': [{ HostIp: '', HostPort: '8080' }],
  '9000/tcp': [{ HostIp: '127.0.0.1', HostPort: '9090' }],
};
const DB_PORTS = { '5432/tcp': [{ HostIp: '', HostPort: '5432' }] };

/** After the documented output of docker inspect and docker network inspect, as docker compose leaves a host. */
const INSPECTED = [
  running(
    'web',
    { NetworkMode: 'shop_front', PortBindings: WEB_PORTS },
    { shop_front: on('web'), shop_back: on('web', 'site') },
    {
      Ports: {
        '80/tcp': [
          { HostIp: '0.0.0.0', HostPort: '8080' },
          { HostIp: '::', HostPort: '8080' },
        ],
        '9000/tcp': WEB_PORTS['9000/tcp'],
      },
    },
  ),
  running('api', { NetworkMode: 'shop_back' }, { shop_back: on('api') }),
  running('db', { NetworkMode: 'shop_data', PortBindings: DB_PORTS }, { shop_data: on('db') }),
  running('side', { NetworkMode: `container:${idOf('shop-web-1')}` }, {}),
  running('agent', { NetworkMode: 'host' }, { host: endpoint() }),
  running('batch', { NetworkMode: 'none' }, { none: endpoint() }),
];
const NETWORKS = [
  composeNetwork('shop', 'front'),
  composeNetwork('shop', 'back'),
  composeNetwork('shop', 'data', { Internal: true }),
];

function matrixOf(files: Files): unknown[] {
  const model = analysisOf(files).docker();
  if (!model) throw new Error('the files hold a host');
  expect(model.complete).toBe(true);
  const options = reachability.input.parse({}) as Parameters<typeof foundPairs>[1];
  return (foundPairs(model, options) ?? []).map(({ from, to, allow, unknown }) => [from.id, to.id, allow, unknown]);
}

test('docker inspect and docker network inspect give the matrix of the Compose file', () => {
  const files = {
    'containers.json': JSON.stringify(INSPECTED, null, 4),
    'networks.json': JSON.stringify(NETWORKS, null, 4),
  };
  const matrix = matrixOf(files);
  expect(matrix).toEqual(matrixOf({ 'compose.yaml': COMPOSE }));
  expect(matrix).not.toEqual([]);
});

test('one object for each line, as --format json prints them, gives the same', () => {
  const lines = [...INSPECTED, ...NETWORKS].map((item) => JSON.stringify(item)).join('\n');
  expect(matrixOf({ 'host.ndjson': lines })).toEqual(matrixOf({ 'compose.yaml': COMPOSE }));
});
