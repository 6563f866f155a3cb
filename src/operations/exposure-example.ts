/** A small bundle for the documentation: a database that pods of other files may reach, too. */

import type { OperationExample } from './operation.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-from-backups
  namespace: shop
spec:
  podSelector:
    matchLabels: { app: db }
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector: {}
          podSelector:
            matchLabels: { role: backup }
      ports:
        - { protocol: TCP, port: 5432 }
`;

export const exposureExample: OperationExample = {
  summary: 'A database that every backup pod of the cluster may reach',
  body: { files: [...EXAMPLE_FILES, { path: 'backups.yaml', content: policy }], focus: 'db', direction: 'ingress' },
};
