/** Asks the gatekeeper about a request, and says no in HTTP's words (RFC 9110 §15.5.2, §15.5.4; RFC 6750 §3). */

import { problem } from '../../util/problem.ts';
import { problemResponse } from '../problem-response.ts';
import type { AppContext } from '../routes.ts';
import type { Gatekeeper, Refused } from './gatekeeper.ts';

const CODES = {
  anonymous: 'unauthorized',
  invalid: 'unauthorized',
  forbidden: 'forbidden',
  unavailable: 'unavailable',
} as const;

function challenge(refused: Refused['refused']): Record<string, string> {
  if (refused === 'anonymous') return { 'www-authenticate': 'Bearer realm="portolan"' };
  return refused === 'invalid' ? { 'www-authenticate': 'Bearer realm="portolan", error="invalid_token"' } : {};
}

/** The refusal; undefined where the request is let in, and then `subject` is set. */
export async function guard(context: AppContext, gatekeeper: Gatekeeper | undefined): Promise<Response | undefined> {
  if (!gatekeeper) return undefined;
  const answer = await gatekeeper.admit(context.req.raw);
  if (!('refused' in answer)) {
    context.set('subject', answer.subject);
    return undefined;
  }
  const { refused, detail } = answer;
  return problemResponse(problem(CODES[refused], detail), context.get('requestId'), challenge(refused));
}
