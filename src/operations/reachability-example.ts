/** A small bundle for the documentation: a database that only the API may reach. */

import type { OperationExample } from './operation.ts';

const workload = (name: string, port: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: shop
spec:
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: ${name}
          image: example/${name}:1.0
          ports:
            - { name: main, containerPort: ${port} }
`;

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-from-api
  namespace: shop
spec:
  podSelector:
    matchLabels: { app: db }
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: { app: api }
      ports:
        - { protocol: TCP, port: main }
`;

export const EXAMPLE_FILES = [
  { path: 'workloads.yaml', content: `${workload('api', 8080)}---\n${workload('db', 5432)}` },
  { path: 'policies.yaml', content: policy },
];

export const reachabilityExample: OperationExample = {
  summary: 'A database that only the API may reach',
  body: { files: EXAMPLE_FILES, external: false },
};
