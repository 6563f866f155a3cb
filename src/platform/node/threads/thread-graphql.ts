/** GraphQL over HTTP in worker threads: the request goes there whole, and the response comes back. */

import type { ThreadCaller } from './thread-runner.ts';

const NOBODY_WATCHES = { count: () => undefined, end: () => undefined };

export class ThreadGraphql {
  readonly #caller: ThreadCaller;

  constructor(caller: ThreadCaller) {
    this.#caller = caller;
  }

  async fetch({ url, method, headers, body }: Request, requestId: string): Promise<Response> {
    const call = { kind: 'graphql', url, method, headers: [...headers], requestId } as const;
    const { answer, body: written } = await this.#caller.call({ call, body }, NOBODY_WATCHES);
    return new Response(written, {
      status: answer.status,
      headers: new Headers(answer.headers.map(([n, v]) => [n, v])),
    });
  }
}
