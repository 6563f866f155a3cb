/** Valid requests of every form, as bytes with their headers: what mutations begin from. */

import { gzip, tar, zip } from '../support/pack.ts';

export interface UploadSeed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body; of a `GET` the query string. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly method?: 'GET';
}

const MANIFESTS = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: c, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }, { namespaceSelector: {} }]
      ports: [{ port: 8080, endPort: 8090 }]
`;

const COMPOSE = `services:
  web: { image: "nginx:\${TAG:-1}", ports: ["8080:80", "443:443/udp"], networks: [front] }
  db: { image: postgres, networks: { back: { aliases: [data] } }, extends: { file: base.yaml, service: base } }
networks: { front: {}, back: { internal: true, ipam: { config: [{ subnet: 10.0.0.0/24 }] } } }
`;

const TRANSLATED = `services:
  web: { image: nginx, ports: ["8080:80"], networks: [front], environment: { A: b }, deploy: { replicas: 2 } }
  db: { image: postgres, networks: [front], volumes: [data:/var/lib], healthcheck: { test: [CMD, ok] } }
networks: { front: {} }
volumes: { data: {} }
`;

const SCRIPT = `docker network create --subnet 10.1.0.0/24 back
docker run -d --name web --network back -p 127.0.0.1:8080:80 -e "A=b c" nginx
`;

const OBJECT = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', labels: { app: 'a' } },
  spec: { containers: [] },
};
const FILES = [
  { path: 'k8s/all.yaml', content: MANIFESTS },
  { path: 'compose.yaml', content: COMPOSE },
  { path: 'run.sh', content: SCRIPT },
];

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const typed = (type: string) => ({ 'content-type': type });

function form(): Uint8Array<ArrayBuffer> {
  const part = (disposition: string, content: string) =>
    `--cut\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  const files = FILES.map(({ path, content }) => part(`name="f"; filename="${path}"`, content));
  return encode(`${files.join('')}${part('name="options"', '{"namespace":"x"}')}--cut--\r\n`);
}

const GRAPHQL = {
  query: `query ($b: BundleInput!) { analysis(bundle: $b) { ... on Analysis { verdict workloads(first: 2) { nodes { id } pageInfo { endCursor } } } ... on InputRejected { problems { code } } } }`,
  variables: { b: { files: [FILES[0]], options: { level: 'POD' } } },
};

const GRAPHQL_WORDS = {
  query: GRAPHQL.query,
  variables: JSON.stringify(GRAPHQL.variables),
  extensions: '{"persistedQuery":{"sha256Hash":"0"}}',
};

function graphqlForm(): Uint8Array<ArrayBuffer> {
  const part = (name: string, content: string) =>
    `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
  const operations = JSON.stringify({ query: GRAPHQL.query, variables: { b: { upload: null } } });
  const file = `--cut\r\nContent-Disposition: form-data; name="0"; filename="a.yaml"\r\n\r\n${MANIFESTS}\r\n`;
  return encode(`${part('operations', operations)}${part('map', '{"0":["variables.b.upload"]}')}${file}--cut--\r\n`);
}

export async function uploadSeeds(): Promise<readonly UploadSeed[]> {
  const archive = await tar(FILES.map(({ path, content }) => [path, content] as const));
  const sides = await tar(
    FILES.flatMap(
      ({ path, content }) =>
        [
          [`before/${path}`, content],
          [`after/${path}`, content],
        ] as const,
    ),
  );
  const zipped = zip(FILES);
  const envelope = { files: FILES, focus: 'web', connection: 'tcp/80' };
  const questions = [{ from: 'shop/web', to: '10.1.2.3', protocol: 'TCP', port: 80 }];
  const json = typed('application/json');
  return [
    { path: '/v1/reachability?format=csv', headers: typed('application/yaml'), bytes: encode(MANIFESTS) },
    { path: '/v1/reachability?format=svg', headers: json, bytes: encode(JSON.stringify(envelope)) },
    {
      path: '/v1/exposure',
      headers: {},
      bytes: encode(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [OBJECT, OBJECT] })),
    },
    {
      path: '/v1/names',
      headers: typed('application/x-ndjson'),
      bytes: encode(`${JSON.stringify(OBJECT)}\n`.repeat(3)),
    },
    { path: '/v1/validate?gate=error', headers: typed('multipart/form-data; boundary=cut'), bytes: form() },
    { path: '/v1/validate?format=txt', headers: typed('application/zip'), bytes: zipped },
    { path: '/v1/project?stage=merged', headers: {}, bytes: encode(COMPOSE) },
    { path: '/v1/reachability?format=ndjson', headers: typed('application/gzip'), bytes: gzip(archive) },
    { path: '/v1/reachability?format=md', headers: { 'content-encoding': 'gzip' }, bytes: gzip(MANIFESTS) },
    { path: '/v1/diff', headers: typed('application/x-tar'), bytes: sides },
    {
      path: '/v1/diff?format=txt',
      headers: json,
      bytes: encode(JSON.stringify({ before: { files: FILES }, after: { files: [] } })),
    },
    { path: '/v1/evaluate', headers: json, bytes: encode(JSON.stringify({ files: FILES, queries: questions })) },
    { path: '/v1/translate?format=yaml', headers: {}, bytes: encode(TRANSLATED) },
    { path: '/v1/snapshots', headers: {}, bytes: zipped },
    { path: '/graphql', headers: json, bytes: encode(JSON.stringify(GRAPHQL)) },
    { path: '/graphql', headers: {}, method: 'GET', bytes: encode(`${new URLSearchParams(GRAPHQL_WORDS)}`) },
    {
      path: '/graphql',
      headers: typed('application/x-www-form-urlencoded'),
      bytes: encode(`${new URLSearchParams(GRAPHQL_WORDS)}`),
    },
    { path: '/graphql', headers: typed('multipart/form-data; boundary=cut'), bytes: graphqlForm() },
  ];
}
