/** `ports` in long form: one entry per container port, ranges taken apart. */

import { list, mapping, type Node, scalar, text } from './node.ts';
import type { Report } from './report.ts';
import { parseShortPort } from './short-port.ts';
import type { Transform } from './transform.ts';

export const canonicalPorts: Transform = (node, { budget, report }) => {
  if (node.kind !== 'list') return node;
  const ports = node.items.flatMap((item) => {
    if (item.kind !== 'scalar') return [item];
    const long = longPorts(item, report);
    budget.spend('ports', long.length, item.origin);
    return long;
  });
  return list(node.origin, ports);
};

function longPorts(item: Node & { readonly kind: 'scalar' }, report: Report): Node[] {
  const { origin, filled } = item;
  const parsed = item.float ? 'A port is not a fraction. Put the port in quotes.' : parseShortPort(item.text);
  if (typeof parsed === 'string') {
    report.refuse('CMP025', origin, parsed);
    return [];
  }
  const mode = text(origin, 'ingress');
  const protocol = text(origin, parsed[0]?.protocol ?? 'tcp');
  return parsed.map(({ host_ip, published, target }) =>
    mapping(origin, [
      ['mode', mode],
      ...(host_ip === undefined ? [] : [['host_ip', text(origin, host_ip, filled)] as const]),
      // The target 0 is none to the loader.
      ...(target === 0 ? [] : [['target', scalar(origin, target)] as const]),
      ...(published === undefined ? [] : [['published', text(origin, published, filled)] as const]),
      ['protocol', protocol],
    ]),
  );
}
