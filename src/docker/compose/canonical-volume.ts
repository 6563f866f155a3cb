/** A mount of `volumes` in long form. */

import { mapping, type Node, scalar, stringOf, text } from './node.ts';
import { parseShortVolume } from './short-volume.ts';
import type { Transform } from './transform.ts';

export const canonicalVolume: Transform = (node, { report }) => {
  const words = stringOf(node);
  if (words === undefined) return node;
  const { origin, kind } = node;
  const filled = kind === 'scalar' && node.filled;
  const parsed = parseShortVolume(words);
  if (typeof parsed === 'string') {
    report.refuse('CMP043', origin, parsed);
    return undefined;
  }
  const { type, source, target, read_only, propagation, selinux, nocopy } = parsed;
  const option = (key: string, value: string | undefined): [string, Node][] =>
    value === undefined ? [] : [[key, text(origin, value, filled)]];
  const flag = (key: string, value: boolean): [string, Node][] => (value ? [[key, scalar(origin, true)]] : []);
  const bind = [...option('propagation', propagation), ...option('selinux', selinux)];
  return mapping(origin, [
    ['type', text(origin, type)],
    ...option('source', source),
    ...option('target', target),
    ...flag('read_only', read_only),
    ...(type === 'bind' || bind.length > 0
      ? [['bind', mapping(origin, [...bind, ...flag('create_host_path', type === 'bind')])] as const]
      : []),
    ...(type === 'volume' || nocopy ? [['volume', mapping(origin, flag('nocopy', nocopy))] as const] : []),
  ]);
};
