/** One line of JSON for each bug a query met, and the id of the request in the answer, so that both can be matched. */

import type { Plugin } from 'graphql-yoga';
import { bugsOf } from './errors.ts';

/** What the HTTP side hands to yoga beside the request. */
export interface ServerContext {
  readonly requestId: string;
}

export function bugLog(log: (line: string) => void): Plugin<object, ServerContext> {
  return {
    onExecutionResult({ result, context: { requestId } }) {
      if (result === undefined || !('errors' in result)) return;
      for (const bug of bugsOf(result.errors ?? [])) {
        bug.extensions['instance'] = requestId;
        const error = bug.originalError?.name ?? 'Error';
        log(JSON.stringify({ level: 'error', requestId, route: '/graphql', error }));
      }
    },
  };
}
