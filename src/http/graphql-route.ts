/**
 * `/graphql`: GraphQL over HTTP, and a page for whoever opens it in a browser. A client that accepts none of the media
 * types of an answer is told which there are.
 */

import { problem } from '../util/problem.ts';
import type { AppParts } from './about.ts';
import { readAccept } from './accept.ts';
import { Admission, type Capacity } from './admission.ts';
import { graphqlPage } from './graphql-page.ts';
import { pageResponse } from './page.ts';
import { problemResponse } from './problem-response.ts';
import type { AppContext, Route } from './routes.ts';

const MEDIA_TYPES = ['application/graphql-response+json', 'application/json'];

/** Someone who opens the path without a query, in a browser: tools never ask for HTML by name. */
function isReader({ req }: AppContext): boolean {
  if (req.method === 'POST' || req.query('query') !== undefined) return false;
  return readAccept(req.header('accept')).some(({ type, subtype }) => type === 'text' && subtype === 'html');
}

/** Hands a request on with its body counted; throws the `busy` problem for one that is large beside another. */
async function admitted<T>(request: Request, capacity: Capacity, handle: (request: Request) => Promise<T>): Promise<T> {
  const admission = new Admission(capacity);
  let refusal: unknown;
  let length = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      try {
        admission.count(length);
      } catch (error) {
        refusal = error;
        throw error;
      }
      controller.enqueue(chunk);
    },
  });
  try {
    // Without `duplex` Node takes no stream; the types of Workers do not know it.
    const init = { body: request.body?.pipeThrough(counter) ?? null, duplex: 'half' };
    const handled = await handle(init.body ? new Request(request, init) : request);
    if (refusal !== undefined) throw refusal;
    return handled;
  } finally {
    admission.end();
  }
}

export function graphqlRoute({ graphql }: AppParts, capacity: Capacity): Route {
  return {
    path: '/graphql',
    methods: ['GET', 'POST'],
    async handle(context) {
      if (isReader(context)) return pageResponse(context, graphqlPage(), 'html');
      const requestId = context.get('requestId');
      const fetch = async (request: Request) => graphql.fetch(request, requestId);
      const { status, headers, body } = await admitted(context.req.raw, capacity, fetch);
      if (status === 406) {
        const detail = 'Answers to queries have none of the media types that Accept names.';
        return problemResponse(problem('not-acceptable', detail, { alternatives: MEDIA_TYPES }), requestId);
      }
      const own = { 'cache-control': 'no-store', vary: 'Accept' };
      return new Response(body, { status, headers: { ...Object.fromEntries(headers), ...own } });
    },
  };
}
