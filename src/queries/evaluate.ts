/** One question: may this end reach that one, on this port, or on which? With the rules that decided. */

import {
  ALL,
  type ConnectionSet,
  intersect,
  isEmpty,
  portRange,
  subtract,
  union,
  unionAll,
} from '../algebra/connection-set.ts';
import type { Reach } from '../engine/reach.ts';
import { resolvePort } from '../policy/endpoint.ts';
import type { FrontEnd, Shut } from '../policy/front-end.ts';
import { type Problem, problem } from '../util/problem.ts';
import { explain, type Reason, selfReason } from './explain.ts';
import type { Question } from './question.ts';
import { endpointAt, type NamedEnd, resolveEnd } from './resolve-end.ts';
import { backendsOf, reachesText } from './through-front-end.ts';
import type { Manner, World } from './world.ts';

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
  /** Where the question was about a front end: the endpoints and ports it ends at. */
  readonly reaches: string | undefined;
  readonly reasons: readonly Reason[];
}

export function evaluate(world: World, question: Question): Evaluation | Problem {
  const from = resolveEnd(world, question.from);
  if ('code' in from) return from;
  const manners = world.manners(question);
  if ('code' in manners) return manners;
  return united(manners.map((manner) => evaluateBy({ world, manner, from, question })));
}

interface Asked {
  readonly world: World;
  readonly manner: Manner;
  readonly from: NamedEnd;
  readonly question: Question;
}

function evaluateBy(asked: Asked): Evaluation | Problem {
  const { world, manner, from, question } = asked;
  const { reach } = manner;
  const named = manner.frontEnd(question);
  if (named) return throughFrontEnd(asked, named);
  const to = resolveEnd(world, question.to);
  if ('code' in to) {
    const plain = to.code === 'unknown-name' ? manner.plainFrontEnd(question) : undefined;
    return plain ? throughFrontEnd(asked, plain) : to;
  }
  if (isOutside(reach, from) && isOutside(reach, to)) {
    return problem('unknown-name', `neither ${question.from} nor ${question.to} is in the bundle`);
  }
  const unresolved = unresolvedName(reach, to, question);
  if (unresolved) return unresolved;
  if (from.pod !== undefined && from.pod === to.pod) return selfEvaluation(reach, to, question);
  const pairs = from.nodes.flatMap((f) =>
    to.nodes.map((t) => ({ from: f, to: t, asked: packets(reach, t, question) })),
  );
  const answers = pairs.map((pair) => evaluatePair(manner, pair, question));
  return combine(answers, question.port === undefined);
}

const BEST_FIRST: readonly Evaluation['verdict'][] = ['allow', 'mixed', 'unknown', 'deny'];

/** Any manner counts: the ones with the best verdict say why. A problem is one where all have it. */
function united(answers: readonly (Evaluation | Problem)[]): Evaluation | Problem {
  const found = answers.flatMap((answer) => ('code' in answer ? [] : [answer]));
  const [only, ...more] = found;
  const [first] = answers;
  if (!only && first) return first;
  if (only && more.length === 0) return only;
  const best = BEST_FIRST.find((verdict) => found.some((answer) => answer.verdict === verdict)) ?? 'deny';
  const telling = found.filter(({ verdict }) => verdict === best);
  const allow = unionAll(found.map((answer) => answer.allow));
  return {
    verdict: best,
    allow,
    unknown: subtract(unionAll(found.map(({ unknown }) => unknown)), allow),
    variants: telling.flatMap(({ variants }) => variants),
    reaches: telling.find(({ reaches }) => reaches !== undefined)?.reaches,
    reasons: telling.flatMap(({ reasons }) => reasons),
  };
}

function throughFrontEnd({ manner, from, question }: Asked, frontEnd: FrontEnd): Evaluation | Problem {
  const { reach } = manner;
  if (frontEnd.external !== undefined) {
    const detail = `${frontEnd.id} stands for ${frontEnd.external}, a name outside the cluster; ask about its address`;
    return problem('unknown-name', detail);
  }
  const backends = backendsOf(reach, frontEnd, question);
  if (backends.length === 0) return frontEnd.shut ? shutEvaluation(frontEnd.shut, manner) : noBackend(frontEnd);
  const pairs = from.nodes.flatMap((f) =>
    backends.map((b) => doubtful(evaluatePair(manner, { from: f, to: b.node, asked: b.packets }, question), b.sure)),
  );
  // Backends may be reached at ports of their own each: what is open is open at some of them.
  const open = { allow: unionAll(pairs.map((p) => p.allow)), unknown: unionAll(pairs.map((p) => p.unknown)) };
  return { ...combine(pairs), ...open, reaches: reachesText(reach, backends) };
}

function noBackend({ id, ports }: FrontEnd): Problem {
  const known = ports.map((p) => `${p.protocol}/${p.port}`);
  return problem('unknown-name', `no pod of the bundle stands behind ${id} at that port`, { alternatives: known });
}

function shutEvaluation({ text, policy }: Shut, { via }: Manner): Evaluation {
  const because = policy ? { policy, origin: policy.origin } : {};
  const reason: Reason = { direction: 'ingress', verdict: 'default-deny', via, text, ...because };
  return { verdict: 'deny', allow: [], unknown: [], variants: [], reaches: undefined, reasons: [reason] };
}

/** What a front end only perhaps leads to is at best unknown. */
function doubtful(pair: PairEvaluation, sure: boolean): PairEvaluation {
  if (sure || pair.variant.verdict === 'deny') return pair;
  return {
    ...pair,
    variant: { ...pair.variant, verdict: 'unknown' },
    allow: [],
    unknown: union(pair.allow, pair.unknown),
  };
}

interface PairEvaluation {
  readonly variant: VariantVerdict;
  readonly allow: ConnectionSet;
  readonly unknown: ConnectionSet;
  readonly reasons: readonly Reason[];
}

interface AskedPair {
  readonly from: number;
  readonly to: number;
  /** The packets that are asked about, in the destination's ports. */
  readonly asked: ConnectionSet;
}

function evaluatePair(manner: Manner, { from, to, asked }: AskedPair, question: Question): PairEvaluation {
  const { reach } = manner;
  const cell = reach.between(from, to);
  const allow = intersect(cell.allow, asked);
  const unknown = intersect(cell.unknown, asked);
  const verdict = isEmpty(allow) ? (isEmpty(unknown) ? 'deny' : 'unknown') : 'allow';
  const id = (node: number, name: string) => endpointAt(reach, node)?.id ?? name;
  return {
    variant: { from: id(from, question.from), to: id(to, question.to), verdict },
    allow,
    unknown,
    reasons: explain(manner, { from, to, asked, names: { from: question.from, to: question.to } }),
  };
}

/** `whole`: no port was asked for, so that pairs differ where they share no port that is open. */
function combine(pairs: readonly PairEvaluation[], whole = false): Evaluation {
  const variants = pairs.map((p) => p.variant);
  const [first] = pairs;
  const verdicts = new Set(variants.map((v) => v.verdict));
  const allow = pairs.reduce((all, p) => intersect(all, p.allow), first?.allow ?? []);
  const alike = verdicts.size === 1 && !(whole && verdicts.has('allow') && isEmpty(allow));
  const verdict = alike ? (variants[0]?.verdict ?? 'deny') : 'mixed';
  const seen = new Map(pairs.flatMap((p) => p.reasons).map((r) => [`${r.direction} ${r.text}`, r]));
  return {
    verdict,
    allow,
    unknown: pairs.reduce((all, p) => intersect(all, p.unknown), first?.unknown ?? []),
    variants: verdict === 'mixed' ? variants : [],
    reaches: undefined,
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
  const declared = endpoints.flatMap((e) => e.ports.filter((p) => p.protocol === protocol).map((p) => p.name));
  const detail = `${name} has no ${protocol} port called ${port}`;
  return problem('unknown-name', detail, { alternatives: [...new Set(declared)] });
}

function isOutside(reach: Reach, end: NamedEnd): boolean {
  return end.nodes.every((i) => reach.nodes[i]?.kind !== 'endpoint');
}

/** "A Pod cannot block access to itself" (Kubernetes, Network Policies). */
function selfEvaluation(reach: Reach, to: NamedEnd, question: Question): Evaluation {
  const allow = packets(reach, to.nodes[0] ?? -1, question);
  const reasons = [selfReason(question.to)];
  return { verdict: 'allow', allow, unknown: [], variants: [], reaches: undefined, reasons };
}
