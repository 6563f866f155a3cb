/** Requests to `/graphql` that are malformed before their query is looked at, with the status that each must have. */

export interface BadRequest {
  readonly what: string;
  readonly status: number;
  readonly path: string;
  readonly init: RequestInit;
}

/** Raw query strings: what is malformed in them is not what `URLSearchParams` would write. */
const QUERY_STRINGS: Readonly<Record<string, readonly string[]>> = {
  'variables that are no JSON': ['%C3%9A%24%C2%BC%14%F2%B1%90%91%C3%BB%C2%82', '{', '%7B', 'undefined'],
  'broken escapes': ['%', '%ff%fe', '%zz', '%F0%9F', '%00'],
  'values that are no objects': ['5', '[]', '"a"', 'true'],
};

const byGet: readonly BadRequest[] = Object.entries(QUERY_STRINGS).flatMap(([what, values]) =>
  values.flatMap((value) =>
    ['variables', 'extensions'].flatMap((field) => [
      { what: `${what}, in ${field}`, status: 400, path: `/graphql?query={version}&${field}=${value}`, init: {} },
      { what: `${what}, in ${field} alone`, status: 400, path: `/graphql?${field}=${value}`, init: {} },
    ]),
  ),
);

const OTHER_QUERIES: readonly BadRequest[] = [
  'query=%',
  'query=%ff%fe',
  'query={version}&operationName=%',
  'operationName=%ff',
  'extensions={"persistedQuery":{"sha256Hash":{"toString":1}}}',
].map((query) => ({ what: 'broken words', status: 400, path: `/graphql?${query}`, init: {} }));

const post = (contentType: string | undefined, body: string, status = 400): BadRequest => ({
  what: 'a body',
  status,
  path: '/graphql',
  init: {
    method: 'POST',
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    // As bytes, for a string brings a type with it.
    body: new TextEncoder().encode(body),
  },
});

const form = (parts: Readonly<Record<string, string>>): BadRequest => {
  const written = Object.entries(parts).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return post('multipart/form-data; boundary=x', `${written.join('')}--x--\r\n`);
};

const OPERATIONS = '{"query":"{version}"}';

const BODIES: readonly BadRequest[] = [
  ...[undefined, 'text/plain', 'application/yaml', '', ','].map((type) => post(type, OPERATIONS, 415)),
  ...['', '{', 'null', '5', '"a"', '[]', '{"query":5}', '{"query":"{version}","x":1}', '[[[', '\u0000'].map((body) =>
    post('application/json', body),
  ),
  post('application/json', '{"query":"{version}","documentId":{}}'),
  post('application/json', '{"query":null,"documentId":5}'),
  post('application/json', '{"query":"{version}","operationName":{}}'),
  post('application/json', '{"extensions":{"persistedQuery":{"sha256Hash":{"toString":1}}}}'),
  post('application/graphql', '{'),
  post('application/graphql', '\u0000'),
  ...['variables=%', 'query={version}&variables={', 'query={version}&extensions=x', 'query=%ff&variables=5'].map(
    (body) => post('application/x-www-form-urlencoded', body),
  ),
  post('multipart/form-data', 'x'),
  post('multipart/form-data; boundary=', 'x'),
  ...['null', '5', '"a"', '[]', '{'].map((operations) => form({ operations })),
  ...['{"0":5}', '{"0":[5]}', '{"0":null}', '{"0":["query"]}', '{"0":[["a"]]}', '{'].map((map) =>
    form({ operations: OPERATIONS, map }),
  ),
  form({ operations: 'null', map: '{"0":["variables.a"]}' }),
  form({ operations: '5', map: '{"0":["variables.a"]}' }),
  form({ map: '{}' }),
];

export const BAD_REQUESTS: readonly BadRequest[] = [...byGet, ...OTHER_QUERIES, ...BODIES];

/** What is wrong with the answer to a request; undefined where nothing is. */
export async function faultOf(
  { what, status, path, init }: BadRequest,
  fetch: (path: string, init: RequestInit) => Response | Promise<Response>,
): Promise<string | undefined> {
  const headers = { ...init.headers, accept: 'application/graphql-response+json' };
  const response = await fetch(path, { ...init, headers });
  const type = response.headers.get('content-type') ?? 'none';
  const text = new TextDecoder().decode(await response.arrayBuffer());
  if (response.status === status && type.startsWith('application/graphql-response+json')) {
    const { errors } = JSON.parse(text);
    if (Array.isArray(errors) && errors.length > 0 && typeof errors[0].message === 'string') return undefined;
  }
  return `${what}: ${path} ${String(init.headers && JSON.stringify(init.headers))}: ${response.status} ${type} ${text}`;
}
