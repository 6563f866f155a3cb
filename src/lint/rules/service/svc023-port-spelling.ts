/** SVC023: a port whose number or name no port can have; the API server refuses it. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';

const example = (port: string) => service('web', `selector: {app: web}\nports:\n  - ${port}\n`);

export const portSpelling: KubernetesRule = {
  id: 'SVC023',
  model: 'kubernetes',
  severity: 'error',
  title: 'A port has a number or a name that no port can have',
  why: 'The API server takes numbers from 1 to 65535, and names of at most 15 lower case letters, digits and dashes with a letter among them.',
  fix: 'Write such a number or name. A number in quotes is a name.',
  references: ['https://www.rfc-editor.org/rfc/rfc6335#section-5.1'],
  bad: [
    { line: 7, text: example('{port: 123456}') },
    { line: 7, text: example('{port: 80, targetPort: this-name-is-too-long}') },
    { line: 7, text: example('{port: 80, targetPort: "8080"}') },
  ],
  good: [example('{port: 80, targetPort: http}')],
};
