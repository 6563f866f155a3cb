/**
 * Names of hosts that programs are given: in the values of environment variables and in commands that wait. Only what
 * is certainly a host is read, a URL of a scheme that has one (https://www.rfc-editor.org/rfc/rfc3986#section-3.2), a
 * host with a port, or a bare name in a variable that is called so. Nothing else of a value ever leaves this file: it
 * may be a secret.
 */

/** Schemes behind which a host stands that is looked up by its name; not buckets, files or images. */
const SCHEMES =
  'https?|wss?|tcp|udp|grpcs?|rediss?|amqps?|mongodb|mysql|mariadb|postgres(?:ql)?|postgresql\\+\\w+|mysql\\+\\w+|kafka|nats|mqtts?|ldaps?|smtps?|memcached|zk|zookeeper|etcd|clickhouse|cassandra|elasticsearch|bolt|neo4j|jdbc:(?:postgresql|mysql|mariadb|sqlserver|clickhouse)';
const NAME = '[A-Za-z](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?';
/** Behind the scheme, and behind user and password: only where no further `@` leaves it open which part is the host. */
const URL_HOST = new RegExp(
  `(?:^|[\\s,;'"=(])(?:${SCHEMES})://(?:[^@/\\s,]*@)?(${NAME})(?::\\d{1,5})?(?=$|[/?#,;\\s'")])(?![^\\s,]*@)`,
  'gi',
);
const HOST_PORT = new RegExp(`^(${NAME}):\\d{1,5}$`);
const BARE = new RegExp(`^${NAME}$`);
/** Variables that hold an address, where a text with a colon might be an image or a pair of other words. */
const ADDRESS_NAME =
  /(?:^|_)(?:HOSTS?|ADDR(?:ESS(?:ES)?)?|URLS?|URIS?|ENDPOINTS?|SERVERS?|BROKERS?|UPSTREAMS?|NODES|BACKENDS?)$/i;
/** Variables that hold the name of another host and nothing else. */
const HOST_NAME =
  /(?:DB|DATABASE|SQL|POSTGRES(?:QL)?|PG|REDIS|MONGO(?:DB)?|CACHE|RABBITMQ|AMQP|KAFKA|BROKER|QUEUE|ELASTIC(?:SEARCH)?|ES|MAIL|SMTP|MEMCACHED|BACKEND|API|SERVICE|UPSTREAM|REMOTE|SERVER)_?HOST$/i;
/** Variables that say how the container itself is called, or what it listens on. */
const OWN_NAME = /LISTEN|BIND|ADVERTISED|VIRTUAL|ALLOWED|PUBLIC|EXTERNAL|OWN|SELF|ORIGIN|CORS|HOSTNAME|IMAGE/i;
/** Hosts that every machine knows, or that stand for one in examples. */
const EVERYWHERE =
  /^(?:localhost|host|hostname|example|none|null|true|false|metadata)$|^localhost\.|\.(?:internal|localhost|test|invalid)$/i;
/** Where the words of a value end that is longer than any list of addresses. */
const LONGEST = 4096;

/** Each once, in lower case, as far as the value certainly names hosts. */
export function hostsOfVariable(name: string, value: string): string[] {
  if (OWN_NAME.test(name) || value.length > LONGEST) return [];
  const urls = hostsOfUrls(value);
  if (urls.length > 0 || value.includes('://')) return urls;
  if (!ADDRESS_NAME.test(name)) return clean(value.endsWith('.svc.cluster.local') ? [bareHost(value)] : []);
  const parts = value.split(',').map((part) => part.trim());
  const isHost = HOST_NAME.test(name);
  return clean(parts.map((part) => HOST_PORT.exec(part)?.[1] ?? (isHost ? bareHost(part) : undefined)));
}

/** The hosts of the URLs in a text. */
export function hostsOfUrls(text: string): string[] {
  return text.includes('://') ? clean([...text.matchAll(URL_HOST)].map(([, host]) => host)) : [];
}

/** The host of `host:port`. */
export function hostOfAddress(word: string): string | undefined {
  return clean([HOST_PORT.exec(word)?.[1]])[0];
}

/** A word that is a host. */
export function hostOfWord(word: string): string | undefined {
  return clean([bareHost(word)])[0];
}

function bareHost(text: string): string | undefined {
  return BARE.test(text) ? text : undefined;
}

function clean(hosts: readonly (string | undefined)[]): string[] {
  const known = hosts.flatMap((host) => (host === undefined || EVERYWHERE.test(host) ? [] : [host.toLowerCase()]));
  return [...new Set(known)];
}
