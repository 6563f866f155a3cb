/**
 * Why: the rules that decided a pair, as a person would say it. Reasons are recomputed for one question; the matrix
 * keeps none.
 */

import { ALL, type ConnectionSet, equal, formatConnections, intersect, isEmpty } from '../algebra/connection-set.ts';
import type { Observer } from '../engine/decide.ts';
import type { AppliedEnd, AppliedRule, AppliedTier } from '../engine/program.ts';
import type { Reach } from '../engine/reach.ts';
import type { Origin } from '../ingest/document.ts';
import { NODE_LABEL } from '../policy/labels.ts';
import type { Direction, Policy } from '../policy/rule.ts';
import type { Selector } from '../policy/selector.ts';
import { nearMiss } from './near-miss.ts';
import { endpointAt } from './resolve-end.ts';
import type { Manner } from './world.ts';

export type ReasonVerdict = 'allow' | 'deny' | 'pass' | 'default-allow' | 'default-deny' | 'not-isolated' | 'unknown';

export interface Reason {
  readonly direction: Direction;
  readonly verdict: ReasonVerdict;
  /** By which manner, where there are several. */
  readonly via?: Manner['via'];
  readonly policy?: Policy;
  /** The position of the rule in its list, from 0. */
  readonly rule?: number;
  /** What to point at: the rule, or the policy that isolates. */
  readonly origin?: Origin;
  readonly text: string;
}

export interface ExplainedPair {
  readonly from: number;
  readonly to: number;
  /** The packets that were asked about. */
  readonly asked: ConnectionSet;
  /** What the question calls the ends, for those that are no endpoints. */
  readonly names: { readonly from: string; readonly to: string };
}

/** The reasons of both sides: egress at the source, then ingress at the destination. */
export function explain({ reach, via }: Pick<Manner, 'reach' | 'via'>, pair: ExplainedPair): Reason[] {
  const sides = { egress: new Side(reach, pair, 'egress'), ingress: new Side(reach, pair, 'ingress') };
  reach.trace(pair.from, pair.to, (direction) => sides[direction]);
  const reasons = [...sides.egress.conclude(), ...sides.ingress.conclude()];
  return via === undefined ? reasons : reasons.map((reason) => ({ ...reason, via }));
}

export function selfReason(name: string): Reason {
  return {
    direction: 'ingress',
    verdict: 'default-allow',
    text: `${name} is the same pod: a pod can always reach itself`,
  };
}

/** Hears what decides on one side and writes it down. */
class Side implements Observer {
  readonly #reach: Reach;
  readonly #pair: ExplainedPair;
  readonly #direction: Direction;
  readonly #subject: string;
  readonly #peer: string;
  readonly #reasons: Reason[] = [];
  /** Whether some doubt could end in a denial, so that what no policy decides is not surely open. */
  #mayDeny = false;

  constructor(reach: Reach, pair: ExplainedPair, direction: Direction) {
    this.#reach = reach;
    this.#pair = pair;
    this.#direction = direction;
    const from = endpointAt(reach, pair.from)?.id ?? pair.names.from;
    const to = endpointAt(reach, pair.to)?.id ?? pair.names.to;
    this.#subject = direction === 'egress' ? from : to;
    this.#peer = direction === 'egress' ? to : from;
  }

  rule(applied: AppliedRule, decided: ConnectionSet, sure: boolean): void {
    const { rule, policy } = applied;
    const points = intersect(decided, this.#pair.asked);
    if (isEmpty(points)) return;
    const verb = { allow: 'allows', deny: 'denies', pass: 'passes on' }[rule.action];
    if (!sure && rule.action === 'deny') this.#mayDeny = true;
    const doubt = sure ? '' : ` perhaps: ${this.#doubt(applied)}`;
    const text =
      policy.text === undefined
        ? `${title(policy)}, ${this.#direction} rule ${rule.index + 1}, ${verb} ${this.#way()} on ${ports(points)}${doubt}`
        : `${this.#way()} on ${ports(points)}${sure ? '' : ' perhaps'}: ${policy.text}`;
    this.#add({ verdict: sure ? rule.action : 'unknown', policy, rule: rule.index, origin: rule.origin, text });
  }

  end(_tier: AppliedTier, { action, sure, policies }: AppliedEnd, left: ConnectionSet): void {
    const points = intersect(left, this.#pair.asked);
    if (isEmpty(points) || action === 'allow') return;
    if (!sure) this.#mayDeny = true;
    const selects = sure ? 'selects' : 'may select';
    const doubt = sure ? '' : `: the value of a label of ${this.#subject} is not shown`;
    for (const policy of policies) {
      const { text: own } = policy;
      if (own !== undefined) {
        this.#add({
          verdict: 'default-deny',
          policy,
          origin: policy.origin,
          text: `${this.#way()} on ${ports(points)}: ${own}`,
        });
        continue;
      }
      const about = { policy, direction: this.#direction, points, ...this.#nodes() };
      const closed = hasRules(policy, this.#direction)
        ? `, and none of its ${this.#direction} rules admits ${this.#peer} on ${ports(points)}${nearMiss(this.#reach, about)}`
        : ` and has no ${this.#direction} rule, so it admits nobody`;
      const text = `${title(policy)} ${selects} ${this.#subject}${closed}${doubt}`;
      this.#add({ verdict: sure ? 'default-deny' : 'unknown', policy, origin: policy.origin, text });
    }
  }

  rest(left: ConnectionSet): void {
    if (isEmpty(intersect(left, this.#pair.asked))) return;
    if (!this.#mayDeny && this.#reasons.every((r) => r.verdict === 'unknown')) this.#reasons.length = 0;
    const text = `${this.#mayDeny ? 'otherwise ' : ''}no policy decides ${this.#way()} on ${ports(intersect(left, this.#pair.asked))}, so it is open`;
    this.#add({ verdict: 'default-allow', text });
  }

  /** An end outside the cluster, or in its node's network, has no policies of its own. */
  conclude(): readonly Reason[] {
    const subject = endpointAt(this.#reach, this.#nodes().subject);
    if (this.#reasons.length > 0 || !subject) return this.#reasons;
    const why = subject.hostNetwork
      ? `${this.#subject} uses its node's network, so no policy selects it`
      : `no policy selects ${this.#subject} for ${this.#direction}, so everything is open`;
    return [{ direction: this.#direction, verdict: 'not-isolated', text: why }];
  }

  #add(reason: Omit<Reason, 'direction'>): void {
    this.#reasons.push({ direction: this.#direction, ...reason });
  }

  #nodes(): { subject: number; peer: number; destination: number } {
    const { from, to } = this.#pair;
    return this.#direction === 'egress'
      ? { subject: from, peer: to, destination: to }
      : { subject: to, peer: from, destination: to };
  }

  #way(): string {
    return this.#direction === 'egress' ? `${this.#subject} to ${this.#peer}` : `${this.#peer} into ${this.#subject}`;
  }

  #doubt({ rule, sure }: AppliedRule): string {
    if (!sure) return `${hiddenIn(rule.subject)} ${this.#subject} is not shown`;
    const unknown = rule.peers.find((p) => p.kind === 'unknown');
    if (unknown?.kind === 'unknown') return unknown.reason;
    if (rule.peers.some((p) => p.kind === 'addresses')) return `the address of ${this.#peer} is not shown`;
    const selectors = rule.peers.flatMap((p) => (p.kind === 'endpoints' ? [p.selector] : []));
    return `${selectors[0] ? hiddenIn(selectors[0]) : 'a label of'} ${this.#peer} is not shown`;
  }
}

/** What of an endpoint a selector asks for that may not be shown. */
function hiddenIn({ text }: Selector): string {
  return text.includes(JSON.stringify(NODE_LABEL)) ? 'the node of' : 'the value of a label of';
}

function hasRules({ rules }: Policy, direction: Direction): boolean {
  return rules.some((rule) => rule.direction === direction);
}

function title({ kind, namespace, name }: Policy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function ports(points: ConnectionSet): string {
  return equal(points, ALL) ? 'every port' : formatConnections(points);
}
