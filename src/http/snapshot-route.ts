/** `POST /v1/snapshots`: keeps a bundle under its digest, so that later requests can name it in place of the files. */

import { readBody } from '../ingest/index.ts';
import { digested } from '../operations/bundle-digest.ts';
import type { SnapshotStore } from '../operations/ports.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { orUnavailable } from '../util/unavailable.ts';
import { Admission, type Capacity } from './admission.ts';
import { readBodyHeaders } from './body-headers.ts';
import type { AppContext, Route } from './routes.ts';

function requireStore(store: SnapshotStore | undefined): SnapshotStore {
  if (store) return store;
  const detail = 'This service keeps no snapshots: no store is bound. Send the files with each request.';
  throw new ProblemError(problem('not-configured', detail));
}

function refuseOptions(options: object): void {
  const [first] = Object.keys(options);
  if (first === undefined) return;
  const detail = `A snapshot holds files only; give the option "${first.slice(0, 60)}" where the snapshot is used.`;
  throw new ProblemError(
    problem('invalid-options', detail, { errors: [{ option: first.slice(0, 60), message: detail }] }),
  );
}

async function keep(context: AppContext, store: SnapshotStore, capacity: Capacity): Promise<Response> {
  const { raw: request } = context.req;
  const { contentEncoding, length } = readBodyHeaders(request.headers);
  const admission = new Admission(capacity);
  try {
    admission.count(length);
    const arriving = { body: request.body, contentType: request.headers.get('content-type'), contentEncoding };
    const { bundle, options } = await readBody(arriving, { counted: admission.count, snapshots: store });
    refuseOptions({ ...Object.fromEntries(new URL(request.url).searchParams), ...options });
    const { digest, bytes } = await digested(bundle);
    const expires = await orUnavailable('The store of snapshots', () => store.put(digest, bytes));
    const result = { snapshot: digest, files: bundle.files.length, expires: new Date(expires).toISOString() };
    return new Response(`${JSON.stringify(result)}\n`, {
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  } finally {
    admission.end();
  }
}

export function snapshotRoute(store: SnapshotStore | undefined, capacity: Capacity): Route {
  return {
    path: '/v1/snapshots',
    methods: ['POST', 'PUT'],
    handle: (context) => keep(context, requireStore(store), capacity),
  };
}
