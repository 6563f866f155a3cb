import { expect, test } from 'vitest';
import { askAnalysis, BUNDLE } from './ask.ts';

const POLICIES = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: closed, namespace: shop }
spec: { podSelector: {}, policyTypes: [Egress] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: shop }
spec:
  podSelector: { matchLabels: { app: c } }
  ingress:
    - from:
        - ipBlock: { cidr: 10.0.0.0/8 }
        - namespaceSelector: { matchExpressions: [{ key: team, operator: NotIn, values: [x] }] }
      ports: [{ port: web }, { port: 8000, endPort: 8080 }]
    - {}
`;

const DOORS = `apiVersion: v1
kind: Service
metadata: { name: b, namespace: shop }
spec: { type: NodePort, selector: { app: b }, ports: [{ name: http, port: 80, targetPort: web, nodePort: 30080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: away, namespace: shop }
spec: { type: ExternalName, externalName: example.org }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: front, namespace: shop }
spec:
  defaultBackend: { service: { name: b, port: { name: http } } }
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: gone, port: { number: 1 } } } }] } }]
`;

const WITH_DOORS = { files: [...BUNDLE.files, { path: 'doors.yaml', content: DOORS }] };
const WITH_POLICIES = { files: [BUNDLE.files[0], { path: 'more.yaml', content: POLICIES }] };

test('a policy tells whom it isolates, and its rules with peers, ports, file and line', async () => {
  const selector = 'namespace namespaces { text matchExpressions { key operator values } } pods { text } over text';
  const { body } = await askAnalysis(
    `policies { nodes { name
      isolates { direction subject { ${selector} } }
      rules { position direction action file line subject { text } ports { text } portNames { name protocol }
        peers { kind text addresses reason selector { ${selector} } } } } }`,
    WITH_POLICIES,
  );
  const [closed, open] = body.policies.nodes;
  const everyPod = {
    namespace: 'shop',
    namespaces: null,
    pods: { text: 'all' },
    over: 'PODS',
    text: 'all pods in namespace shop',
  };
  expect(closed).toEqual({ name: 'closed', isolates: [{ direction: 'EGRESS', subject: everyPod }], rules: [] });
  expect(open.isolates).toMatchObject([{ direction: 'INGRESS', subject: { pods: { text: 'app=c' } } }]);
  expect(open.rules).toMatchObject([
    {
      position: 0,
      direction: 'INGRESS',
      action: 'ALLOW',
      file: 'more.yaml',
      line: 12,
      subject: { text: 'pods app=c in namespace shop' },
      ports: { text: 'TCP 8000-8080' },
      portNames: [{ name: 'web', protocol: 'TCP' }],
    },
    { position: 1, peers: [{ kind: 'ANY', text: 'everyone', addresses: [], selector: null }], ports: { text: 'all' } },
  ]);
  expect(open.rules[0].peers).toContainEqual(
    expect.objectContaining({ kind: 'ADDRESSES', addresses: ['10.0.0.0/8'], text: '10.0.0.0/8', selector: null }),
  );
  const requirement = { key: 'team', operator: 'NOT_IN', values: ['x'] };
  expect(open.rules[0].peers).toContainEqual(
    expect.objectContaining({
      kind: 'ENDPOINTS',
      selector: expect.objectContaining({
        namespace: null,
        namespaces: { text: 'team notin (x)', matchExpressions: [requirement] },
        pods: { text: 'all' },
      }),
    }),
  );
});

test('a Service tells its names, its ports and what stands behind', async () => {
  const { body } = await askAnalysis(
    `services { totalCount nodes { id type headless dnsNames externalName resolvesTo file line
      ports { name protocol port nodePort targetPort { number name } } } }`,
    WITH_DOORS,
  );
  expect(body.services.nodes).toMatchObject([
    { id: 'shop/away[Service]', type: 'EXTERNAL_NAME', externalName: 'example.org', resolvesTo: ['example.org'] },
    {
      id: 'shop/b[Service]',
      type: 'NODE_PORT',
      headless: false,
      dnsNames: ['b.shop', 'b.shop.svc', 'b.shop.svc.cluster.local'],
      externalName: null,
      resolvesTo: ['shop/b[Pod]'],
      file: 'doors.yaml',
      line: 1,
      ports: [{ name: 'http', protocol: 'TCP', port: 80, nodePort: 30080, targetPort: { number: null, name: 'web' } }],
    },
  ]);
});

test('an entry point tells the Services and ports it leads to, found or not', async () => {
  const { body } = await askAnalysis(
    'entryPoints { nodes { kind namespace name file line backends { service found by port { number name } line } } }',
    WITH_DOORS,
  );
  expect(body.entryPoints.nodes).toEqual([
    {
      kind: 'Ingress',
      namespace: 'shop',
      name: 'front',
      file: 'doors.yaml',
      line: expect.any(Number),
      backends: [
        { service: 'shop/b[Service]', found: true, by: 'PORT', port: { number: null, name: 'http' }, line: 15 },
        { service: 'shop/gone[Service]', found: false, by: 'PORT', port: { number: 1, name: null }, line: 16 },
      ],
    },
  ]);
});

test('names say what stands behind them', async () => {
  const { body } = await askAnalysis('names(first: 1) { totalCount nodes { from name resolvesTo } }', WITH_DOORS);
  expect(body.names).toEqual({
    totalCount: 8,
    nodes: [{ from: '*', name: 'away.shop', resolvesTo: ['example.org'] }],
  });
});

test('a pair from outside tells the ways that open it', async () => {
  const { body } = await askAnalysis(
    `reachability { ... on ReachabilityConnection { nodes { from to ways { via at allow { text } by { kind name file line } } } } }
     summary { documents workloads policies refused otherKinds { kind count } }
     path(from: "shop/a", to: "b.shop", port: { number: 80 }) { ... on Evaluation { verdict reaches } }`,
    WITH_DOORS,
  );
  const pair = body.reachability.nodes.find((node: { ways: object[] }) => node.ways.length > 0);
  // The policy lets only `a` in, so that nothing from outside gets through to `b`.
  expect(pair).toBeUndefined();
  expect(body.summary).toMatchObject({ workloads: 3, policies: 1, refused: 0, otherKinds: [] });
  expect(body.path).toEqual({ verdict: 'ALLOW', reaches: 'shop/b[Pod]:80' });

  const open = { files: WITH_DOORS.files.filter(({ path }) => path !== 'policy.yaml') };
  const ways = await askAnalysis(
    'reachability { ... on ReachabilityConnection { nodes { to ways { via at allow { text } by { kind name line } } } } }',
    open,
  );
  expect(ways.body.reachability.nodes.flatMap((node: { ways: object[] }) => node.ways)).toContainEqual({
    via: 'NODE_PORT',
    at: 'shop/b:80',
    allow: { text: 'TCP 80' },
    by: { kind: 'Service', name: 'b', line: 1 },
  });
});
