/**
 * A finding: what is wrong, or worth knowing, in the files. Findings are values with an origin; nothing that is
 * wrong in one document stops the analysis of the others.
 */

import type { Origin, Source } from './document.ts';
import type { Fix } from './edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The object a finding is about, by its own words. */
export interface Resource {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Where a finding points: into a parsed document, or at an offset of a file that could not be parsed. */
export type FindingPlace = Origin | { readonly source: Source; readonly offset: number };

export interface Finding {
  /** Id of the rule in the catalogue, such as `YML001`. */
  readonly rule: string;
  readonly severity: Severity;
  /** True when the API server would refuse the object, so that it is not in force. */
  readonly refused?: boolean;
  /** True when the place could not be read at all, so that the answer is not complete. */
  readonly unreadable?: boolean;
  /** True when it rests on something that is not in the bundle; where nothing else exists, it is an error. */
  readonly absent?: true;
  /** One or two sentences: what is wrong and what to do. Never a value of a Secret or of an environment variable. */
  readonly message: string;
  readonly place?: FindingPlace;
  readonly resource?: Resource;
  readonly fix?: Fix;
}

/** Where a place lies. A document may be an origin, too, and has a source of its own: what tells is the document. */
export function sourceOf(place: FindingPlace): Source {
  return 'document' in place ? place.document.source : place.source;
}

/** Whether a finding points into one of the files. */
export function isIn({ place }: Finding, sources: ReadonlySet<Source>): boolean {
  return place !== undefined && sources.has(sourceOf(place));
}
