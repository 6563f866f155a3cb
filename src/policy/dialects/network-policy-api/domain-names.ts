/**
 * The peer `domainNames`: outside addresses by the names that lead to them. Which those are, no manifest tells, so a
 * rule with them may mean any outside address, and none surely.
 */

import type { Field } from '../../../kubernetes/field.ts';
import type { Action, Peer } from '../../rule.ts';
import { readTextSet } from './shapes.ts';

/** The pattern of the published CRDs, their `A-z` included. */
const DOMAIN_NAME = /^(\*\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?$/;

export function readDomainNames(field: Field, action: Action): Peer {
  const names = readTextSet(field, 'domain name').map(({ item, text }) => {
    if (!DOMAIN_NAME.test(text)) item.refuse('SCH003', 'not a domain name; *. may stand before it');
    return text;
  });
  const { scope, pointer } = field;
  // No published schema refuses it; what comes of it is the implementation's.
  if (action !== 'allow') {
    const message =
      'domainNames are supported only in rules that allow; what a rule that denies or passes does with them is not defined';
    scope.report({ rule: 'SCH003', severity: 'error', message, pointer });
  }
  const message =
    'which addresses a domain name leads to is not decided here: whether the rule means an outside address is unknown';
  scope.report({ rule: 'NET044', severity: 'warning', message, pointer });
  return { kind: 'unknown', reason: `it is unknown which addresses ${names.join(', ')} leads to`, within: 'outside' };
}
