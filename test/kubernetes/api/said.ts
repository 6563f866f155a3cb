/** What the check of single objects says of a text, as `RULE pointer`. */

import { DocumentCheck } from '../../../src/kubernetes/api/document-check.ts';
import { briefly, documentsOf } from '../../support/bundle.ts';

export function said(text: string): string[] {
  const check = new DocumentCheck({ release: '1.35', namespace: 'default', isRead: () => false });
  for (const document of documentsOf(text)) check.take(document);
  return check.finish().findings.map((finding) => briefly(finding).replace(' !', ''));
}
