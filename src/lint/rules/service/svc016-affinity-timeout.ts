/** SVC016: client affinity with a timeout that is none; the API server refuses it. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (affinity: string, seconds: number) =>
  service(
    'web',
    `selector: {app: web}\nports: [{port: 80}]\nsessionAffinity: ${affinity}\nsessionAffinityConfig:\n  clientIP: {timeoutSeconds: ${seconds}}\n`,
  );

export const affinityTimeout: KubernetesRule = {
  id: 'SVC016',
  model: 'kubernetes',
  severity: 'error',
  title: 'The timeout of client affinity is not valid',
  why: 'The API server takes 1 to 86400 seconds, and only with sessionAffinity: ClientIP.',
  fix: 'Write a timeout of at most a day, and sessionAffinity: ClientIP above it.',
  references: ['https://kubernetes.io/docs/reference/networking/virtual-ips/#session-stickiness-timeout'],
  bad: [
    { line: 9, text: example('ClientIP', 90_000) },
    { line: 8, text: example('None', 300) },
  ],
  good: [example('ClientIP', 300)],
};
