/**
 * `from` and `to` of a rule: at least one peer, each of exactly one field. There is no "empty means everyone".
 *
 * A peer of a field that no published version has is what the API's types tell implementations to expect of a newer
 * schema: the rule then fails closed (see `rule.ts`). Whatever every published schema refuses is refused: an empty
 * peer, two fields in one, a field of another direction or kind, those of NetworkPolicy, and the shapes of v0.1.1.
 */

import type { Field } from '../../../kubernetes/field.ts';
import type { ClusterNode } from '../../../kubernetes/node.ts';
import type { CompileContext } from '../../dialect.ts';
import type { Action, Direction, Peer } from '../../rule.ts';
import { readDomainNames } from './domain-names.ts';
import { type Form, PEER_FIELDS } from './form.ts';
import { readNetworks } from './networks.ts';
import { readNodes } from './nodes.ts';
import { refuseOldPeer } from './old-peers.ts';
import { readNamespaces, readPods } from './selectors.ts';
import { oneOf, readList } from './shapes.ts';

export interface PeerContext {
  readonly form: Form;
  readonly direction: Direction;
  readonly action: Action;
  readonly nodes: readonly ClusterNode[];
  readonly options: CompileContext;
}

/** What a peer of NetworkPolicy, or of the API's first drafts, is called here. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['podselector', 'pods'],
  ['namespaceselector', 'namespaces'],
  ['ipblock', 'networks'],
  ['namespacedpods', 'pods'],
]);

/** The peers, united; undefined where one of them is not known, so that the rule must fail closed. */
export function readPeers(field: Field, context: PeerContext): Peer[] | undefined {
  const { form, direction } = context;
  if (field.absent) field.refuse('SCH004', `the rule needs ${direction === 'ingress' ? 'from' : 'to'}, with a peer`);
  const peers = readList(field, { noun: 'peer', min: 1, max: form.maxItems }).map((item) => readPeer(item, context));
  return peers.every((p) => p !== undefined) ? peers.flat() : undefined;
}

function readPeer(field: Field, context: PeerContext): Peer[] | undefined {
  const { form, direction, action, nodes, options } = context;
  const fields = direction === 'ingress' ? (['namespaces', 'pods'] as const) : form.egressPeers;
  if (isStranger(field, fields)) return undefined;
  const key = oneOf(field, fields);
  if (key === undefined || refuseOldPeer(field)) return [];
  const value = field.at(key);
  switch (key) {
    case 'namespaces':
      return [{ kind: 'endpoints', selector: readNamespaces(value, options.selectors) }];
    case 'pods':
      return [{ kind: 'endpoints', selector: readPods(value, form, options.selectors) }];
    case 'nodes':
      return readNodes(value, nodes, options.selectors);
    case 'networks':
      return [{ kind: 'addresses', set: readNetworks(value), endpoints: options.ipBlockPods === 'match' }];
    case 'domainNames':
      return [readDomainNames(value, action)];
  }
}

/** Whether the peer's one field has a name that no version of the API has used. */
function isStranger(field: Field, fields: readonly string[]): boolean {
  const [key, ...more] = Object.keys(field.object() ?? {});
  if (key === undefined || more.length > 0) return false;
  const name = key.toLowerCase();
  if (PEER_FIELDS.some((known) => known.toLowerCase() === name)) return false;
  const meant = OTHER_NAMES.get(name);
  if (meant !== undefined) {
    field.at(key).refuse('SCH002', `unknown field ${key}; here it is called ${meant}`);
    return false;
  }
  const message = `unknown peer ${key}; it may be ${fields.join(', ')}. As the API asks of what does not know a peer, the rule fails closed: one that allows matches nothing, one that denies or passes denies everything`;
  field.scope.report({ rule: 'SCH002', severity: 'error', message, pointer: field.at(key).pointer });
  return true;
}
