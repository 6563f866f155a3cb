/**
 * A problem is an expected failure as a value: what happened, where, and what to do. One table says what each code
 * means to a transport (RFC 9457 `type`, `title` and `status`); transports only carry it.
 */

/** Every problem code, with its title, HTTP status and the advice `/problems/{code}` gives. */
export const PROBLEMS = {
  'empty-bundle': {
    status: 400,
    title: 'The request has no files',
    advice: 'Send manifests as the request body: curl --data-binary @manifests.yaml, or a multipart form of files.',
  },
  'nothing-to-analyse': {
    status: 400,
    title: 'Nothing in the bundle can be analysed',
    advice: 'The bundle holds no object this operation understands; `errors` says what was found instead.',
  },
  'malformed-body': {
    status: 400,
    title: 'The request body cannot be read',
    advice: 'Check the Content-Type against the bytes; `detail` says where reading stopped.',
  },
  'malformed-request': {
    status: 400,
    title: 'The request is not HTTP',
    advice: 'Look at what lies between the client and the service: a proxy, or a client of another protocol.',
  },
  'invalid-options': {
    status: 400,
    title: 'An option is not valid',
    advice: 'Options may stand in the query string or in the body; GET /openapi.yaml lists them with their values.',
  },
  'unknown-name': {
    status: 400,
    title: 'No such endpoint in the bundle',
    advice: 'Use a workload id (namespace/name[Kind]), namespace/name, namespace/pod, or an IP address.',
  },
  'ambiguous-name': {
    status: 400,
    title: 'The name means more than one endpoint',
    advice: 'Write the full id, namespace/name[Kind].',
  },
  unauthorized: {
    status: 401,
    title: 'The request shows no credential that is good',
    advice:
      '`detail` says what is missing or wrong; whoever runs the service gives keys, or says which tokens it takes.',
  },
  forbidden: {
    status: 403,
    title: 'The request is not let in',
    advice: '`detail` says why. The credential is good, but whoever runs the service lets in others only.',
  },
  'unknown-snapshot': {
    status: 404,
    title: 'No such snapshot',
    advice: 'Snapshots expire. Send the files to POST /v1/snapshots again, or with the request itself.',
  },
  'not-found': { status: 404, title: 'No such resource', advice: 'GET / lists what this service offers.' },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    advice: 'Operations take POST, or PUT, with the bundle as the body.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The result has no such form',
    advice: 'Ask for one of the listed forms with Accept or ?format=.',
  },
  'too-slow': {
    status: 408,
    title: 'The request did not come whole in time',
    advice: 'Send it again, over a faster line or packed: Content-Encoding: gzip.',
  },
  'limit-exceeded': {
    status: 413,
    title: 'A limit was exceeded',
    advice: '`limit`, `value` and `maximum` say which one; GET /version lists them all.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has a type that cannot be read',
    advice: 'Send YAML, JSON, NDJSON or multipart/form-data.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    advice:
      'Wait for the seconds in Retry-After; `RateLimit-Policy` says how many requests are answered in which time.',
  },
  'head-too-long': {
    status: 431,
    title: 'The address or the header fields are too long',
    advice: 'Send options in the body, beside the files, and GraphQL by POST: bodies have more room.',
  },
  'not-configured': {
    status: 501,
    title: 'This part of the service is not configured',
    advice: 'What it needs (a store, a runner of jobs) is bound by whoever runs the service; the README says how.',
  },
  unavailable: {
    status: 503,
    title: 'Something the service needs does not answer',
    advice: 'A store, or the keys of an issuer of tokens, could not be reached. Send the request again later.',
  },
  busy: {
    status: 503,
    title: 'The service has as much to do as it can',
    advice:
      'Send it again after the seconds in Retry-After. GET /version says how much is in work at once; of requests longer than `largeRequestBytes` it is one.',
  },
  internal: {
    status: 500,
    title: 'The service has a bug',
    advice:
      'Report it with the id in `instance`; the log has the kind of error under that id, and nothing of the input.',
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A place in an uploaded file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is said of one faulty place of the input: a place in a file, or an option of the request. */
export interface ProblemDetail extends Partial<Place> {
  readonly option?: string;
  readonly message: string;
}

/** How large a matrix is, where it is refused. */
export interface MatrixSummary {
  readonly workloads: number;
  readonly policies: number;
  /** As many as the answer would have. */
  readonly connections: number;
  /** Kinds of ends that policies treat alike, and the pairs of them with something allowed or unknown. */
  readonly classes: { readonly sources: number; readonly destinations: number };
  readonly cells: number;
}

/** An expected failure. `detail` is a sentence for the person who sent the request; it never holds secret values. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly ProblemDetail[];
  /** For `limit-exceeded`: the name of the limit as served at /version, the value met, and the maximum. */
  readonly limit?: string;
  readonly value?: number;
  readonly maximum?: number;
  /** What contributes most to the value, the largest first. */
  readonly top?: readonly { readonly object: string; readonly value: number }[];
  /** For a matrix that is too large for one answer: what the answer would have told. */
  readonly summary?: MatrixSummary;
  /** For `not-acceptable` and unknown words: what could be asked for instead. */
  readonly alternatives?: readonly string[];
}

export function problem(code: ProblemCode, detail: string, more: Omit<Problem, 'code' | 'detail'> = {}): Problem {
  return { code, detail, ...more };
}

/**
 * Thrown only where going on is impossible in the middle of a computation (a spent budget, a body that cannot be
 * read); caught once, at an operation's edge, and turned into its problem.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(cause.detail);
    this.problem = cause;
  }
}

/** Throws the problem of a limit that was passed. */
export function exceed(limit: string, value: number, maximum: number, detail: string): never {
  throw new ProblemError(problem('limit-exceeded', detail, { limit, value, maximum }));
}
