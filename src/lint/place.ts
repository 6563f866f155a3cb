/** Places as rules give them, and as findings keep them. */

import type { Origin } from '../ingest/document.ts';
import { Field } from '../kubernetes/field.ts';

export function originOf(place: Field | Origin): Origin {
  return place instanceof Field ? { document: place.scope.document, pointer: place.pointer } : place;
}
