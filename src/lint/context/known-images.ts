/** Programs that are told by the names of their images, and the ports they listen on where nothing changes that. */

import type { Service } from '../../docker/service.ts';

const PORTS: ReadonlyMap<string, readonly number[]> = new Map([
  ['adminer', [8080]],
  ['clickhouse-server', [8123, 9000, 9009]],
  ['couchdb', [5984]],
  ['elasticsearch', [9200, 9300]],
  ['grafana', [3000]],
  ['httpd', [80]],
  ['mariadb', [3306]],
  ['memcached', [11211]],
  ['mongo', [27017]],
  ['mongo-express', [8081]],
  ['mysql', [3306, 33060]],
  ['neo4j', [7473, 7474, 7687]],
  ['nginx', [80, 443]],
  ['phpmyadmin', [80]],
  ['postgres', [5432]],
  ['prometheus', [9090]],
  ['rabbitmq', [1883, 4369, 5671, 5672, 15671, 15672, 15692, 25672, 61613]],
  ['redis', [6379]],
]);
const DATABASES: ReadonlySet<string> = new Set([
  'cassandra',
  'clickhouse-server',
  'cockroach',
  'couchdb',
  'elasticsearch',
  'influxdb',
  'mariadb',
  'mongo',
  'mysql',
  'neo4j',
  'percona',
  'postgis',
  'postgres',
  'redis',
  'timescaledb',
  'valkey',
]);

/** The last part of the name of an image, without tag and digest: `postgres` of `docker.io/library/postgres:16`. */
function programOf({ image = '' }: Service): string {
  return image.split('@')[0]?.split('/').at(-1)?.split(':')[0] ?? '';
}

/** Undefined of a program that is not known. */
export function portsOfImage(service: Service): readonly number[] | undefined {
  return PORTS.get(programOf(service));
}

export function isDatabase(service: Service): boolean {
  return DATABASES.has(programOf(service));
}
