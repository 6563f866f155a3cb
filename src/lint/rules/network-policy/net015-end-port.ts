/** NET015: a range of ports that is none; the API server refuses it. */

import type { KubernetesRule } from '../../rule.ts';
import { policy } from '../fragments.ts';

const example = (port: string) => policy('web', `podSelector: {}\ningress:\n  - ports:\n      - ${port}\n`);

export const endPort: KubernetesRule = {
  id: 'NET015',
  model: 'kubernetes',
  severity: 'error',
  title: 'An endPort does not end a range',
  why: 'The API server takes endPort with a port by number that is not greater.',
  fix: 'Write the first port by number in port, and the last in endPort.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports'],
  bad: [
    { line: 8, text: example('{port: 9000, endPort: 8000}') },
    { line: 8, text: example('{port: http, endPort: 8000}') },
  ],
  good: [example('{port: 8000, endPort: 9000}')],
};
