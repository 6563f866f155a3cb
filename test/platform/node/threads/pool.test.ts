import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { type PoolOptions, ThreadPool } from '../../../../src/platform/node/threads/pool.ts';
import { type Loss, type Outgoing, Thread } from '../../../../src/platform/node/threads/thread.ts';
import { problemOf } from '../../../ingest/reading.ts';

/** A thread that does what the id of a request says. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
const answer = { kind: 'graphql', status: 200, headers: [] };
parentPort.on('message', (message) => {
  const send = (more) => parentPort.postMessage({ number: message.number, ...more });
  if (message.kind === 'pull') send({ kind: 'chunk', bytes: new Uint8Array([120]) });
  if (message.kind === 'cancel') send({ kind: 'end' });
  if (message.kind !== 'call') return;
  const word = message.call.requestId;
  if (word === 'throw') throw new Error('a secret');
  if (word === 'exit') process.exit(3);
  if (word === 'bug') send({ kind: 'bug', name: 'RangeError' });
  if (word === 'stream') send({ kind: 'answer', answer });
  if (word === 'breaks') {
    send({ kind: 'answer', answer });
    setTimeout(() => process.exit(3), 50);
  }
  if (word === 'stale') parentPort.postMessage({ number: message.number - 1, kind: 'answer', answer, text: 'stale' });
  if (word === 'stale' || word === 'echo') send({ kind: 'answer', answer, text: word });
});
parentPort.postMessage({ kind: 'ready', number: 0 });
`;

const DONE = () => undefined;

function call(word: string): Outgoing {
  return { call: { kind: 'graphql', url: '', method: 'GET', headers: [], requestId: word }, held: null };
}

let pools: ThreadPool[] = [];
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  pools = [];
});

async function started(options: Partial<PoolOptions> = {}): Promise<{ pool: ThreadPool; losses: Loss[] }> {
  const losses: Loss[] = [];
  const pool = new ThreadPool({
    threads: 1,
    queue: 1,
    queueSeconds: 60,
    start: () => new Thread(new Worker(PROGRAM, { eval: true }), { threadMegabytes: 100, callSeconds: 60 }),
    lost: (loss) => losses.push(loss),
    ...options,
  });
  pools.push(pool);
  await pool.started();
  return { pool, losses };
}

const textOf = async (pool: ThreadPool, word: string) => (await pool.call(call(word), DONE)).body;

/** Resolves when the thread is free again. */
function held(pool: ThreadPool, word: string): { ended: Promise<void>; incoming: ReturnType<ThreadPool['call']> } {
  const ended = Promise.withResolvers<void>();
  return { incoming: pool.call(call(word), ended.resolve), ended: ended.promise };
}

describe('a pool', () => {
  test('answers one call after another', async () => {
    const { pool } = await started();
    expect(await textOf(pool, 'echo')).toBe('echo');
    expect(await textOf(pool, 'echo')).toBe('echo');
    expect(pool.state()).toEqual({ busy: 0, idle: 1, waiting: 0 });
  });

  test('lets so many wait, and tells the next to come again', async () => {
    const { pool } = await started();
    const first = held(pool, 'stream');
    const body = (await first.incoming).body as ReadableStream<Uint8Array>;
    const second = textOf(pool, 'echo');
    expect(pool.state()).toEqual({ busy: 1, idle: 0, waiting: 1 });
    expect((await problemOf(() => textOf(pool, 'echo'))).code).toBe('busy');
    await body.cancel();
    expect(await second).toBe('echo');
  });

  test('lets nobody wait for ever', async () => {
    const { pool } = await started({ queueSeconds: 0.01 });
    await pool.call(call('stream'), DONE);
    expect((await problemOf(() => textOf(pool, 'echo'))).code).toBe('busy');
    expect(pool.state().waiting).toBe(0);
  });

  test('that ends tells those who wait', async () => {
    const { pool } = await started();
    await pool.call(call('stream'), DONE);
    const waiting = problemOf(() => textOf(pool, 'echo'));
    await pool.end();
    expect((await waiting).code).toBe('busy');
  });

  test('says when a thread cannot start', async () => {
    const broken = () =>
      new Thread(new Worker('process.exit(1)', { eval: true }), { threadMegabytes: 1, callSeconds: 1 });
    await expect(started({ start: broken })).rejects.toThrow('cannot start');
  });
});

describe('a thread that is lost', () => {
  test.each(['throw', 'exit'])('by %s costs its call, tells nothing of the cause, and is replaced', async (word) => {
    const { pool, losses } = await started();
    await expect(textOf(pool, word)).rejects.toMatchObject({ name: 'ThreadLost', message: 'a thread was lost' });
    expect(await textOf(pool, 'echo')).toBe('echo');
    expect(losses).toEqual(['bug']);
  });

  test('in the middle of an answer breaks the answer off', async () => {
    const { pool } = await started();
    const { body } = await pool.call(call('breaks'), DONE);
    await expect(new Response(body).text()).rejects.toThrow();
    expect(await textOf(pool, 'echo')).toBe('echo');
  });

  test('to its time is told as a limit', async () => {
    const limits = { threadMegabytes: 100, callSeconds: 0.05 };
    const { pool, losses } = await started({ start: () => new Thread(new Worker(PROGRAM, { eval: true }), limits) });
    const problem = await problemOf(() => textOf(pool, 'hang'));
    expect(problem).toMatchObject({ code: 'limit-exceeded', limit: 'callSeconds' });
    expect(losses).toEqual(['time']);
  });
});

describe('a call', () => {
  test('that meets a bug gives its kind, and the thread goes on', async () => {
    const { pool, losses } = await started();
    await expect(textOf(pool, 'bug')).rejects.toMatchObject({ name: 'RangeError' });
    expect(await textOf(pool, 'echo')).toBe('echo');
    expect(losses).toEqual([]);
  });

  test('is not answered by what is left of another', async () => {
    const { pool } = await started();
    expect(await textOf(pool, 'stale')).toBe('stale');
    expect(await textOf(pool, 'echo')).toBe('echo');
  });

  test('is read no faster than its answer is taken, and frees its thread when nobody wants more', async () => {
    const { pool } = await started();
    const { incoming, ended } = held(pool, 'stream');
    const reader = ((await incoming).body as ReadableStream<Uint8Array>).getReader();
    for (let n = 0; n < 3; n++) expect((await reader.read()).value).toEqual(new Uint8Array([120]));
    await reader.cancel();
    await ended;
    expect(pool.state()).toEqual({ busy: 0, idle: 1, waiting: 0 });
  });
});
