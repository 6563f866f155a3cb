/** What a link is at a glance: how much is open, or what changed. Each kind has a colour and a shape of its own. */

import type { Link } from './sketch.ts';

export type LinkKind = 'full' | 'partial' | 'mixed' | 'unknown' | 'added' | 'removed' | 'changed';

/** In the order of the legend. */
export const LINK_KINDS: Readonly<Record<LinkKind, string>> = {
  full: 'every port and protocol',
  partial: 'some ports',
  mixed: 'some ports, others unknown',
  unknown: 'cannot be decided from the files',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
};

export function kindOf({ label, full, unknown, change }: Link): LinkKind {
  if (change !== undefined) return change;
  if (full === true) return 'full';
  if (unknown === undefined) return 'partial';
  return label === '' ? 'unknown' : 'mixed';
}

/** What a link allows, in words: `TCP 80; unknown: TCP 443`. */
export function linkText({ label, unknown, change }: Link): string {
  const parts = [...(label === '' ? [] : [label]), ...(unknown === undefined ? [] : [`unknown: ${unknown}`])];
  const text = parts.join('; ') || 'nothing';
  return change === undefined ? text : `${change}: ${text}`;
}
