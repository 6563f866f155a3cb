/** Which requirements of a selector an endpoint does not meet, in the words of labels. */

import type { Endpoint } from '../policy/endpoint.ts';
import type { Labels } from '../policy/labels.ts';
import { matches, type Predicate, type Selector } from '../policy/selector.ts';

export interface Unmet {
  readonly count: number;
  /** Such as `for pods with app=api, and this one has app=web`. */
  readonly text: string;
}

export function unmetText(selector: Selector, endpoint: Endpoint): Unmet {
  const namespace = unmetIn(selector.namespace, endpoint.namespaceLabels);
  const pod = unmetIn(selector.endpoint, endpoint.labels);
  const parts = [
    ...namespace.map((p) => [`namespaces with ${predicateText(p)}`, foundText(p, endpoint.namespaceLabels)] as const),
    ...pod.map((p) => [`pods with ${predicateText(p)}`, foundText(p, endpoint.labels)] as const),
  ];
  if (parts.length === 0) return { count: 1, text: 'its pods use the network of their node' };
  const wanted = parts.map(([text]) => text).join(' and ');
  const found = parts.map(([, text]) => text).join(' and ');
  return { count: parts.length, text: `for ${wanted}, and this peer has ${found}` };
}

function unmetIn(predicate: Predicate, labels: Labels): Predicate[] {
  const all = predicate.kind === 'and' ? predicate.of : [predicate];
  return all.filter((p) => matches(p, labels) !== 'yes');
}

function predicateText(p: Predicate): string {
  switch (p.kind) {
    case 'in':
      return p.values.length === 1 ? `${p.key}=${p.values[0]}` : `${p.key} in ${p.values.join(', ')}`;
    case 'exists':
      return `label ${p.key}`;
    case 'not':
      return `not ${predicateText(p.of)}`;
    case 'and':
      return p.of.map(predicateText).join(' and ');
  }
}

/** What stands at the key a requirement asks about. */
function foundText(p: Predicate, labels: Labels): string {
  if (p.kind === 'not') return foundText(p.of, labels);
  if (p.kind === 'and') return p.of.map((q) => foundText(q, labels)).join(', ');
  if (!labels.has(p.key)) return `no ${p.key}`;
  const value = labels.get(p.key);
  return value === null || value === undefined ? `a ${p.key} that is not shown` : `${p.key}=${value}`;
}
