/** Manifests as one stream of YAML documents (RFC 9512 §3.2), to be piped into `kubectl apply -f -`. */

import type { Answer } from './answer.ts';
import type { Format } from './format.ts';

export const yaml: Format = {
  name: 'yaml',
  mediaType: 'application/yaml',
  description: 'The manifests alone, as one stream.',
  needs: 'documents',
  *write(answer: Answer): Generator<string> {
    if (answer.documents === undefined) throw new TypeError('yaml was asked of an answer without documents');
    let marker = '';
    for (const document of answer.documents()) {
      yield marker + document;
      marker = '---\n';
    }
  },
};
