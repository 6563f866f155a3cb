/**
 * From which namespaces a listener takes routes
 * (https://gateway-api.sigs.k8s.io/reference/spec/#routenamespaces): its Gateway's own where nothing is said.
 */

import type { Field } from '../field.ts';
import { meetsAll, type Requirement, readRequirements } from '../label-match.ts';
import type { Namespace } from '../namespace.ts';

export type Admission =
  | { readonly from: 'Same' }
  | { readonly from: 'All' }
  /** Undefined requirements: no selector is given, and none matches. */
  | { readonly from: 'Selector'; readonly requirements: readonly Requirement[] | undefined };

export function readAdmission(field: Field): Admission {
  const from = field.at('from').string() ?? 'Same';
  const selector = field.at('selector');
  if (from === 'Selector') return { from, requirements: selector.absent ? undefined : readRequirements(selector) };
  if (from === 'Same' || from === 'All') return { from };
  field.at('from').refuse('SCH003', 'from must be All, Selector or Same');
  return { from: 'Same' };
}

/** Whether a listener of a Gateway in the namespace `home` takes routes of `namespace`. */
export function admits(admission: Admission, { name, labels }: Namespace, home: string): boolean {
  switch (admission.from) {
    case 'All':
      return true;
    case 'Same':
      return name === home;
    case 'Selector':
      return admission.requirements !== undefined && meetsAll(labels, admission.requirements);
  }
}
