/**
 * `from` and `to` of a NetworkPolicy rule. An absent or empty list means everyone, outside addresses included; a pod
 * selector alone means pods of the policy's own namespace; with a namespace selector both must match.
 */

import { type AddressSet, blockSet, subtractAddresses, unionAddresses } from '../../../algebra/address-set.ts';
import { type Cidr, parseCidr } from '../../../algebra/cidr.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { entryOf } from '../../../util/ordering.ts';
import type { Peer } from '../../rule.ts';
import { ANYTHING } from '../../selector.ts';
import { readLabelSelector } from '../label-selector.ts';
import type { Known, RuleContext } from './context.ts';

const ANYBODY: readonly Peer[] = [{ kind: 'any' }];

export function readPeers(field: Field, context: RuleContext): readonly Peer[] {
  const items = field.items();
  return items.length === 0 ? ANYBODY : items.map((item) => readPeer(item, context));
}

function readPeer(field: Field, { home, shared }: RuleContext): Peer {
  field.knows('podSelector', 'namespaceSelector', 'ipBlock');
  const pods = field.at('podSelector');
  const namespaces = field.at('namespaceSelector');
  const block = field.at('ipBlock');
  const { selectors, ipBlockPods, known } = shared;
  if (pods.absent && namespaces.absent && block.absent) {
    field.refuse('SCH004', 'the peer names nobody: give podSelector, namespaceSelector or ipBlock; {} selects all');
    return { kind: 'endpoints', selector: selectors.selector(home, ANYTHING) };
  }
  if (!block.absent) {
    if (!pods.absent || !namespaces.absent) {
      field.refuse('SCH003', 'ipBlock cannot stand beside podSelector or namespaceSelector in one peer; make two');
    }
    return { kind: 'addresses', set: readIpBlock(block, known), endpoints: ipBlockPods === 'match' };
  }
  const podPredicate = pods.absent ? ANYTHING : readLabelSelector(pods, selectors);
  if (namespaces.absent) return { kind: 'endpoints', selector: selectors.selector(home, podPredicate) };
  const namespacePredicate = readLabelSelector(namespaces, selectors);
  return { kind: 'endpoints', selector: selectors.selector(namespacePredicate, podPredicate) };
}

/** `cidr` without its `except`s, each of which must be a strict subset of it. */
function readIpBlock(field: Field, known: Known): AddressSet {
  field.knows('cidr', 'except');
  const cidr = readCidr(field.at('cidr'), known);
  const excepts = field
    .at('except')
    .items()
    .map((item) => {
      const except = readCidr(item, known);
      if (cidr && except && !isStrictSubset(except, cidr)) {
        item.refuse('NET011', 'an except must lie inside cidr and be smaller than it');
      }
      return except;
    });
  const holes = unionAddresses(excepts.flatMap((e) => (e ? [blockSet(e)] : [])));
  return subtractAddresses(cidr ? blockSet(cidr) : { v4: [], v6: [] }, holes);
}

function readCidr(field: Field, { blocks }: Known): Cidr | undefined {
  const text = field.string();
  const cidr = text === undefined ? null : entryOf(blocks, text, () => parseCidr(text) ?? null);
  if (!cidr) {
    field.refuse('NET011', 'not a CIDR block; write an address and a prefix, such as 10.0.0.0/8 or 2001:db8::/32');
  } else if (cidr.hostBits || cidr.mapped) {
    const message = cidr.mapped
      ? 'an IPv4 block written as IPv6 is read as the IPv4 block; new API servers refuse it'
      : 'bits are set beyond the prefix, so the block begins before this address; new API servers refuse it';
    field.scope.report({ rule: 'NET011', severity: 'warning', message, pointer: field.pointer });
  }
  return cidr ?? undefined;
}

/** The network address inside, and a longer prefix (kubernetes/kubernetes pkg/apis/networking/validation). */
function isStrictSubset(inner: Cidr, outer: Cidr): boolean {
  if (inner.family !== outer.family) return false;
  return inner.first >= outer.first && inner.last <= outer.last && inner.prefix > outer.prefix;
}
