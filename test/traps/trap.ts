/**
 * What every trap is asked with: a bundle as YAML, and lines such as `b/client > a/web TCP/80 = deny`. Questions go
 * through the public operations, as a client's do.
 */

import { expect } from 'vitest';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { connectionText } from '../../src/operations/connection-json.ts';
import { evaluateResult } from '../../src/operations/evaluate.ts';
import { focusOptions } from '../../src/operations/options.ts';
import { reachabilityResult } from '../../src/operations/reachability-result.ts';
import type { EvaluateResult, FindingJson, ReachabilityResult } from '../../src/operations/results.ts';
import { questionOf } from '../support/ask.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, together } from '../support/objects.ts';

/** The documents of one file. */
export type Documents = readonly string[];
type Options = Partial<AnalysisOptions>;

/** Most traps need no more than a server, a neighbour in its namespace, and a client in another one. */
export const WEB = pod('a/web', { labels: { app: 'web' }, status: { podIP: '10.0.0.1' } });
export const FRIEND = pod('a/friend', { labels: { app: 'friend' }, status: { podIP: '10.0.0.2' } });
export const CLIENT = pod('b/client', { labels: { app: 'client' }, status: { podIP: '10.0.1.1' } });
export const WORLD: Documents = [WEB, FRIEND, CLIENT];

/**
 * Asks and compares. With a port the answer is a verdict, and behind a Service also where it leads; without one it is
 * everything that is allowed.
 */
export function expectAnswers(documents: Documents, lines: readonly string[], options: Options = {}): void {
  const analysis = analysisOf(together(...documents), options);
  const questions = lines.map((line) => line.slice(0, line.indexOf(' = ')));
  const { results } = evaluateResult([analysis], { queries: questions.map(questionOf) });
  expect(results.map((result, i) => `${questions[i]} = ${answerText(result)}`)).toEqual(lines);
}

function answerText(result: EvaluateResult['results'][number]): string {
  if ('error' in result) return `error ${result.error.type}`;
  const { verdict, allow, unknown, reaches } = result;
  if (reaches !== undefined) return `${verdict} at ${reaches.replaceAll('[Pod]', '')}`;
  if (allow === undefined || verdict === 'mixed') return verdict;
  const doubt = unknown === undefined ? '' : connectionText(unknown);
  return `${connectionText(allow) || 'nothing'}${doubt && ` or perhaps ${doubt}`}`;
}

export function reach(documents: Documents, options: Options = {}): ReachabilityResult {
  return reachabilityResult(analysisOf(together(...documents), options), focusOptions.parse({}));
}

/** The rows of the matrix that end at `to`, as `from: what is allowed`; ways behind it. */
export function rowsTo(to: string, documents: Documents, options: Options = {}): string[] {
  return reach(documents, options)
    .connections.filter((c) => c.to === to)
    .map(({ from, allow, unknown, ways = [] }) => {
      const doubt = unknown === undefined ? '' : ` or perhaps ${connectionText(unknown)}`;
      const via = ways.map((w) => ` via ${w.via} ${w.by.name}`).join('');
      return `${from}: ${connectionText(allow) || 'nothing'}${doubt}${via}`;
    });
}

/** The rows of the matrix from entry controllers, as `to: ports`. */
export function entryRows(documents: Documents, options: Options = {}): string[] {
  return reach(documents, options)
    .connections.filter((c) => c.from === '@ingress-controller')
    .map(({ to, allow }) => `${to}: ${connectionText(allow)}`);
}

/** Findings as `severity RULE path`, `refused` behind those for which the API server would not take the object. */
export function findingsOf(documents: Documents): string[] {
  return reach(documents).findings.map(
    ({ severity, rule, path = '', refused }) => `${severity} ${rule} ${path}${refused ? ' refused' : ''}`,
  );
}

/** That the API server would refuse just this document, for one reason, and that it is not in force. */
export function expectRefused(document: string, place: string, message: RegExp): void {
  const { findings, summary } = reach([...WORLD, document]);
  expect(findings.map(({ rule, path, refused }: FindingJson) => `${rule} ${path} ${refused}`)).toEqual([
    `${place} true`,
  ]);
  expect(findings[0]?.message).toMatch(message);
  expect(summary).toMatchObject({ refused: 1, policies: 0 });
}
