/** Ports of databases, and of other programs that are meant for a few and often ask for no password. */

/** By number over TCP, in words. */
export const DATABASE_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2379, 'etcd'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [8086, 'InfluxDB'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch nodes'],
  [11211, 'memcached'],
  [26257, 'CockroachDB'],
  [27017, 'MongoDB'],
]);

/** The same, and those by which a machine is administered. */
export const SENSITIVE_PORTS: ReadonlyMap<number, string> = new Map([
  ...DATABASE_PORTS,
  [22, 'SSH'],
  [2375, 'the Docker engine'],
  [2376, 'the Docker engine'],
  [2380, 'etcd members'],
  [3389, 'remote desktops'],
  [10250, 'the kubelet'],
]);
