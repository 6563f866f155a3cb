/**
 * `extra_hosts` (https://docs.docker.com/reference/compose-file/services/#extra_hosts): names with addresses, as a list
 * of `host=address` or `host:address`, several addresses parted by commas, or as a mapping. Addresses are not judged
 * here; the engine does.
 */

import { compareText } from '../../util/ordering.ts';
import { entriesOf, isNull, itemsOf, list, type Node, type ScalarNode, text } from './node.ts';
import type { Report } from './report.ts';

interface Host {
  readonly host: string;
  readonly address: string;
  readonly node: Node;
}

/** A list of `host:address` in alphabetical order. */
export function decodeExtraHosts(node: Node, report: Report): Node {
  const given = node.kind === 'mapping' ? ofMapping(node) : itemsOf(node).flatMap((item) => ofItem(item, report));
  const sound = given.filter(({ host, node: entry }) => {
    if (host !== '' && !/[:=]/.test(host)) return true;
    report.refuse('CMP027', entry.origin, 'The name of the host is empty, or holds a ":" or a "=".');
    return false;
  });
  const items = sound.map(({ host, address, node: entry }): ScalarNode => {
    const bare = /^\[.+\]$/.test(address) ? address.slice(1, -1) : address;
    const filled = entry.kind === 'scalar' && entry.filled;
    // A "=" behind the first separator would be taken for it.
    return text(entry.origin, `${host}${bare.includes('=') ? '=' : ':'}${bare}`, filled);
  });
  return list(
    node.origin,
    items.toSorted((a, b) => compareText(a.text, b.text)),
  );
}

function ofMapping(node: Node): Host[] {
  return [...entriesOf(node)].flatMap(([host, value]) => {
    const values = value.kind === 'list' ? value.items : [value];
    return values.flatMap((one) =>
      one.kind === 'scalar' ? [{ host, address: isNull(one) ? '' : one.text, node: one }] : [],
    );
  });
}

function ofItem(item: Node, report: Report): Host[] {
  if (item.kind !== 'scalar') return [];
  const separator = ['=', ':'].find((char) => item.text.includes(char));
  if (separator === undefined) {
    report.refuse('CMP027', item.origin, 'The entry has no address. Write host=address.');
    return [];
  }
  const at = item.text.indexOf(separator);
  const host = item.text.slice(0, at);
  return item.text
    .slice(at + 1)
    .split(',')
    .map((address) => ({ host, address, node: item }));
}
