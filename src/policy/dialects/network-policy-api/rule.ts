/** One rule: name, action, peers and ports. */

import type { Field } from '../../../kubernetes/field.ts';
import { type Action, ANY_PORT, type Rule } from '../../rule.ts';
import type { Selector } from '../../selector.ts';
import type { Form } from './form.ts';
import { type PeerContext, readPeers } from './peers.ts';
import { readPorts } from './ports.ts';

const LONGEST_NAME = 100;

export type RuleContext = Omit<PeerContext, 'action'> & { readonly subject: Selector };

export function readRule(field: Field, index: number, context: RuleContext): Rule {
  const { form, subject, direction } = context;
  const ends = direction === 'ingress' ? 'from' : 'to';
  field.knows('name', 'action', ends, form.portsField);
  const name = field.at('name');
  if ([...(name.string() ?? '')].length > LONGEST_NAME) {
    name.refuse('SCH003', `the name of a rule has at most ${LONGEST_NAME} characters`);
  }
  const action = readAction(field, form);
  const peers = readPeers(field.at(ends), { ...context, action });
  const ports = readPorts(field.at(form.portsField), form);
  if (direction === 'egress') refuseNamesOfAddresses(field, form);
  const origin = { document: field.scope.document, pointer: field.pointer };
  const rule = { subject, direction, ports, action, index, origin };
  return peers ? { ...rule, peers } : failClosed({ ...rule, peers: [] });
}

function readAction(rule: Field, { actions }: Form): Action {
  const field = rule.at('action');
  const action = actions.get(field.string() ?? '');
  if (field.absent) rule.refuse('SCH004', `the rule needs an action: ${[...actions.keys()].join(', ')}`);
  else if (!action) field.refuse('SCH003', `action must be ${[...actions.keys()].join(', ')}`);
  return action ?? 'deny';
}

/** Only pods have names for ports (a validation rule of the experimental schemas). */
function refuseNamesOfAddresses(rule: Field, form: Form): void {
  const beside = (['nodes', 'networks', 'domainNames'] as const).filter((key) =>
    itemsOf(rule.at('to')).some((peer) => !peer.at(key).absent),
  );
  const named = itemsOf(rule.at(form.portsField)).find((port) => !port.at(form.namedPort).absent);
  if (!named || beside.length === 0) return;
  named.refuse(
    'SCH003',
    `a port name cannot stand in a rule to ${beside.join(' and ')}, which have none; make two rules`,
  );
}

/** The items that are objects; what is wrong with others has been said. */
function itemsOf(field: Field): Field[] {
  return Array.isArray(field.value) ? field.items().filter(({ value }) => typeof value === 'object') : [];
}

/** "Treat the rule as matching no traffic", or "as a 'Deny all' rule": the API's words on peers that are not known. */
function failClosed(rule: Rule): Rule {
  if (rule.action === 'allow') return rule;
  return { ...rule, action: 'deny', peers: [{ kind: 'any' }], ports: ANY_PORT };
}
