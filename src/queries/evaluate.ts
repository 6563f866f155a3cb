/** One question: may this end reach that one, on this port, or on which? With the rules that decided. */

import { ALL, type ConnectionSet, intersect, isEmpty, type Protocol, portRange } from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import { resolvePort } from '../policy/endpoint.ts';
import { type Problem, problem } from '../util/problem.ts';
import { explain, type Reason, selfReason } from './explain.ts';
import { endpointAt, type NamedEnd, resolveEnd } from './resolve-end.ts';

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** A number, a name, which the destination resolves, or nothing: which ports at all? */
  readonly port: number | string | undefined;
}

export type AnswerVerdict = 'allow' | 'deny' | 'unknown';

export interface VariantVerdict {
  readonly from: string;
  readonly to: string;
  readonly verdict: AnswerVerdict;
}

export interface Evaluation {
  readonly verdict: AnswerVerdict | 'mixed';
  /** What is allowed, and what is unknown, of what was asked for, at every pair of variants alike. */
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
  /** Each pair of variants, where they differ. */
  readonly variants: readonly VariantVerdict[];
  readonly reasons: readonly Reason[];
}

export function evaluate(reach: Reach, question: Question): Evaluation | Problem {
  const from = resolveEnd(reach, question.from);
  if ('code' in from) return from;
  const to = resolveEnd(reach, question.to);
  if ('code' in to) return to;
  if (isOutside(reach, from) && isOutside(reach, to)) {
    return problem('unknown-name', `neither ${question.from} nor ${question.to} is in the bundle`);
  }
  const unresolved = unresolvedName(reach, to, question);
  if (unresolved) return unresolved;
  if (from.pod !== undefined && from.pod === to.pod) return selfEvaluation(reach, to, question);
  const asked = from.nodes.flatMap((f) => to.nodes.map((t) => evaluatePair(reach, [f, t], question)));
  return combine(asked);
}

interface PairEvaluation {
  readonly variant: VariantVerdict;
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
  readonly reasons: readonly Reason[];
}

function evaluatePair(reach: Reach, [from, to]: readonly [number, number], question: Question): PairEvaluation {
  const asked = packets(reach, to, question);
  const cell = reach.between(from, to);
  const allow = intersect(cell.allow, asked);
  const unknown = intersect(cell.unknown, asked);
  const verdict = isEmpty(allow) ? (isEmpty(unknown) ? 'deny' : 'unknown') : 'allow';
  const id = (node: number, name: string) => endpointAt(reach, node)?.id ?? name;
  return {
    variant: { from: id(from, question.from), to: id(to, question.to), verdict },
    allow,
    unknown,
    reasons: explain(reach, { from, to, asked, names: { from: question.from, to: question.to } }),
  };
}

function combine(pairs: readonly PairEvaluation[]): Evaluation {
  const variants = pairs.map((p) => p.variant);
  const [first] = pairs;
  const verdicts = new Set(variants.map((v) => v.verdict));
  const verdict = verdicts.size === 1 ? (variants[0]?.verdict ?? 'deny') : 'mixed';
  const seen = new Map(pairs.flatMap((p) => p.reasons).map((r) => [`${r.direction} ${r.text}`, r]));
  return {
    verdict,
    allow: pairs.reduce((all, p) => intersect(all, p.allow), first?.allow ?? []),
    unknown: pairs.reduce((all, p) => intersect(all, p.unknown), first?.unknown ?? []),
    variants: verdict === 'mixed' ? variants : [],
    reasons: [...seen.values()],
  };
}

/** The packets a question is about, at one destination. */
function packets(reach: Reach, to: number, { protocol, port }: Question): ConnectionSet {
  if (port === undefined) return ALL;
  const endpoint = endpointAt(reach, to);
  const number = typeof port === 'number' ? port : endpoint && resolvePort(endpoint, protocol, port);
  return number === undefined ? [] : portRange(protocol, number, number);
}

/** A port name that no variant of the destination has is a question without an answer. */
function unresolvedName(reach: Reach, to: NamedEnd, { protocol, port, to: name }: Question): Problem | undefined {
  if (typeof port !== 'string') return undefined;
  const endpoints = to.nodes.flatMap((i) => endpointAt(reach, i) ?? []);
  if (endpoints.some((e) => resolvePort(e, protocol, port) !== undefined)) return undefined;
  const known = [
    ...new Set(endpoints.flatMap((e) => e.ports.filter((p) => p.protocol === protocol).map((p) => p.name))),
  ];
  return problem('unknown-name', `${name} has no ${protocol} port called ${port}`, { alternatives: known });
}

function isOutside(reach: Reach, end: NamedEnd): boolean {
  return end.nodes.every((i) => reach.nodes[i]?.kind !== 'endpoint');
}

/** "A Pod cannot block access to itself" (Kubernetes, Network Policies). */
function selfEvaluation(reach: Reach, to: NamedEnd, question: Question): Evaluation {
  const allow = packets(reach, to.nodes[0] ?? -1, question);
  return { verdict: 'allow', allow, unknown: [], variants: [], reasons: [selfReason(question.to)] };
}
