/** Single questions in one line: `a/x > a/y TCP/80`, or without a port. */

import { formatConnections } from '../../src/algebra/connection-set.ts';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { type Evaluation, evaluate } from '../../src/queries/evaluate.ts';
import type { Question } from '../../src/queries/question.ts';
import type { Problem } from '../../src/util/problem.ts';

export function questionOf(text: string): Question {
  const match = /^(\S+) > (\S+)(?: (TCP|UDP|SCTP)\/(\S+))?$/.exec(text);
  if (!match) throw new Error(`cannot read the question: ${text}`);
  const [, from = '', to = '', protocol = 'TCP', port] = match;
  const number = port !== undefined && /^\d+$/.test(port) ? Number(port) : port;
  return { from, to, protocol: protocol as Question['protocol'], port: number };
}

export function ask(analysis: Analysis, text: string): Evaluation | Problem {
  return evaluate(analysis.world(), questionOf(text));
}

/** The answer of a question that has one. */
export function answer(analysis: Analysis, text: string): Evaluation {
  const evaluation = ask(analysis, text);
  if ('code' in evaluation) throw new Error(evaluation.detail);
  return evaluation;
}

/** `verdict: allow / unknown`, or the code of the problem. */
export function briefAnswer(analysis: Analysis, text: string): string {
  const evaluation = ask(analysis, text);
  if ('code' in evaluation) return evaluation.code;
  const { verdict, allow, unknown } = evaluation;
  return `${verdict}: ${formatConnections(allow)} / ${formatConnections(unknown)}`;
}

/** `direction verdict: text` of each reason. */
export function reasons(analysis: Analysis, text: string): string[] {
  return answer(analysis, text).reasons.map((r) => `${r.direction} ${r.verdict}: ${r.text}`.replaceAll('[Pod]', ''));
}
