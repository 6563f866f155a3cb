/** Two small bundles for the documentation: a policy that is opened for one more workload. */

import type { PairExample } from './operation.ts';
import { EXAMPLE_FILES } from './reachability-example.ts';

const JOB = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
  namespace: shop
spec:
  schedule: "@daily"
  jobTemplate:
    spec:
      template:
        metadata:
          labels: { app: report }
        spec:
          restartPolicy: Never
          containers:
            - { name: report, image: example/report:1.0 }
`;

const JOB_FILE = { path: 'report.yaml', content: JOB };
const OPENED = EXAMPLE_FILES.map(({ path, content }) => ({
  path,
  content: content.replace(
    /( +)- podSelector:\n +matchLabels: \{ app: api \}\n/,
    (peer, indent: string) => `${peer}${indent}- podSelector:\n${indent}    matchLabels: { app: report }\n`,
  ),
}));

export const diffExample: PairExample = {
  summary: 'A database that one more workload may reach',
  body: { before: { files: [...EXAMPLE_FILES, JOB_FILE] }, after: { files: [...OPENED, JOB_FILE] } },
};
