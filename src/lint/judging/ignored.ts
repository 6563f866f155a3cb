/** Suppression by whoever asks: a rule, a pattern of objects or files, a reason. For charts that nobody may change. */

import type { Finding } from '../../ingest/finding.ts';
import type { Placed, Suppression } from './suppression.ts';

export interface Ignored {
  readonly rule: string;
  /** `namespace/name[Kind]`, where `*` stands for anything; every object where it is absent. */
  readonly object?: string | undefined;
  /** A file of the bundle, `*` in the same manner; every file where it is absent. */
  readonly path?: string | undefined;
  readonly reason: string;
}

export function ignoredSuppressions(entries: readonly Ignored[]): Suppression[] {
  return entries.map(({ rule, object, path, reason }) => {
    const [isObject, isPath] = [matcher(object), matcher(path)];
    return {
      by: 'option' as const,
      rules: [rule],
      reason: reason.trim(),
      covers: ({ finding, at }: Placed) => isObject(idOf(finding)) && isPath(at?.file ?? ''),
    };
  });
}

function idOf({ resource }: Finding): string {
  if (!resource) return '';
  const { namespace, name, kind } = resource;
  return `${namespace === undefined ? '' : `${namespace}/`}${name}[${kind}]`;
}

/** Runs in time linear in the text times the parts of the pattern: no backtracking. */
function matcher(pattern: string | undefined): (text: string) => boolean {
  if (pattern === undefined) return () => true;
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (text) => text === pattern;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
