/** GWA001: a route whose parent is not there. Said where routes are attached, in `kubernetes/gateway/attachment.ts`. */

import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route, WEB } from './examples.ts';

export const parentMissing: KubernetesRule = {
  id: 'GWA001',
  model: 'kubernetes',
  severity: 'error',
  title: 'Parent of the route does not exist',
  why: 'The route attaches to nothing, and no request comes its way.',
  fix: 'Name a Gateway, with its namespace where it is another one, and one of its listeners.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#parentreference'],
  bad: [
    { line: 6, text: route({ parent: '{name: edge, sectionName: http}' }) + WEB + EDGE },
    { line: 6, complete: true, text: route({ parent: '{name: inner}' }) + WEB + EDGE },
    { line: 6, severity: 'info', text: route({ parent: '{name: inner}' }) + WEB + EDGE },
  ],
  good: [route({}) + WEB + EDGE],
};
