/** Endpoints, selectors and rules made by hand, for tests of the centre and the engine without any manifest. */

import { ALL, type ConnectionSet } from '../../src/algebra/connection-set.ts';
import type { Endpoint } from '../../src/policy/endpoint.ts';
import type { Action, Direction, Peer, Policy, Rule } from '../../src/policy/rule.ts';
import { ANYTHING, isIn, type Selector, selector } from '../../src/policy/selector.ts';
import type { PolicyStack, Tier } from '../../src/policy/stack.ts';
import { documentOf } from './bundle.ts';

/** A pod; `path` is `namespace/name`. */
export function endpoint(path: string, more: Partial<Endpoint> = {}): Endpoint {
  const [namespace = '', name = ''] = path.split('/');
  const id = `${path}[Pod]`;
  return {
    id,
    workload: id,
    namespace,
    name,
    kind: 'Pod',
    labels: new Map(),
    namespaceLabels: new Map([['kubernetes.io/metadata.name', namespace]]),
    ports: [],
    addresses: [],
    hostNetwork: false,
    pods: [name],
    ...more,
  };
}

export const EVERYONE: Selector = selector(ANYTHING, ANYTHING);

/** Pods that have the label. */
export function labelled(key: string, ...values: string[]): Selector {
  return selector(ANYTHING, isIn(key, values));
}

export const ORIGIN = { document: documentOf('{ apiVersion: v1, kind: Test, metadata: { name: test } }'), pointer: '' };

export interface RuleShape {
  readonly action?: Action;
  readonly subject?: Selector;
  readonly direction?: Direction;
  readonly peers?: readonly Peer[];
  readonly numbers?: ConnectionSet;
  readonly names?: Rule['ports']['names'];
}

/** A rule that says nothing else allows everyone's ingress from anyone on every port. */
export function rule(shape: RuleShape = {}): Rule {
  const { action = 'allow', subject = EVERYONE, direction = 'ingress', peers = [{ kind: 'any' }] } = shape;
  const { numbers = ALL, names = [] } = shape;
  return { subject, direction, peers, ports: { numbers, names }, action, index: 0, origin: ORIGIN };
}

export function policyOf(name: string, ...rules: readonly RuleShape[]): Policy {
  return { kind: 'Test', name, origin: ORIGIN, rules: rules.map((r, index) => ({ ...rule(r), index })) };
}

/** A tier of one policy per group, with no ends. */
export function tierOf(...policies: readonly Policy[]): Tier {
  return { name: 'test', groups: policies.map((p) => [p]), ends: [] };
}

export function stackOf(...tiers: readonly Tier[]): PolicyStack {
  return { layers: [{ name: 'cni', tiers }] };
}
