import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HEAD_BYTES } from '../../../src/platform/node/refused-request.ts';
import { HttpServer } from '../../../src/platform/node/server.ts';

let server: HttpServer;
beforeAll(async () => {
  server = await HttpServer.start({ host: '127.0.0.1', port: 0, fetch: () => new Response('whole') });
});
afterAll(() => server.drain(0));

/** All that comes back for these bytes, until the server has said all it will. */
function sent(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => {
      socket.end();
      resolve(Buffer.concat(chunks).toString());
    });
    socket.on('error', reject);
  });
}

function read(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, problem: JSON.parse(body) };
}

test('a head that is too long is 431 with a problem', async () => {
  const { status, head, problem } = read(await sent(`GET /?a=${'x'.repeat(HEAD_BYTES)} HTTP/1.1\r\nhost: a\r\n\r\n`));
  expect(status).toBe(431);
  expect(head).toContain('content-type: application/problem+json');
  expect(problem).toMatchObject({ type: '/problems/head-too-long', status: 431 });
  expect(head).toContain(`x-request-id: ${problem.instance}`);
});

test('a client that still sends its body gets the answer, not a reset', async () => {
  const head = `POST /?a=${'x'.repeat(HEAD_BYTES)} HTTP/1.1\r\nhost: a\r\ncontent-length: 4000000\r\n\r\n`;
  expect(read(await sent(head, new Uint8Array(4_000_000))).status).toBe(431);
});

test('what is no HTTP is 400 with a problem, once', async () => {
  const { status, problem } = read(await sent('nonsense\r\n\r\n', 'nonsense\r\n\r\n', 'nonsense\r\n\r\n'));
  expect(status).toBe(400);
  expect(problem).toMatchObject({ type: '/problems/malformed-request', status: 400 });
});

test('a head up to the bound is read', async () => {
  const text = await sent(`GET /?a=${'x'.repeat(HEAD_BYTES / 2)} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 200 [\s\S]*whole/);
});
