/**
 * What Node's parser refuses before there is a request to answer (RFC 9110 §15.5: 400, 408; RFC 6585 §5: 431). The
 * client is told by a problem, as of everything else; and it still may be sending: a connection that is closed on what it
 * sends is reset, and takes the answer with it (RFC 9112 §9.6), so that the rest is read and dropped for a while.
 */

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problem } from '../../util/problem.ts';
import { problemDocument } from '../../util/problem-document.ts';

/**
 * Four times Node's own: a question with its options may be a long address. Workers on Cloudflare take addresses of 16
 * KB and heads of 128 KB.
 */
export const HEAD_BYTES = 64 * 1024;
/** As long as a client on a slow line takes to look up from what it sends. */
const LINGER_MS = 2_000;

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

function problemOf({ code }: NodeJS.ErrnoException): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return problem('head-too-long', `The address and the header fields have more than ${HEAD_BYTES} bytes.`);
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('too-slow', 'The request did not come whole in time.');
  return problem('malformed-request', 'What was sent is not HTTP/1.1.');
}

/** A whole response, for there is no `ServerResponse`. */
function written(cause: Problem): string {
  const instance = crypto.randomUUID();
  const { type, title, status, detail } = problemDocument(cause);
  const body = `${JSON.stringify({ type, title, status, detail, instance })}\n`;
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status] ?? title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${instance}`,
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

export function answerRefused(server: Server): void {
  /** The answers under way, by their connections: nothing may be written into one that has begun. */
  const answers = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }, outgoing) => {
    answers.set(socket, outgoing);
    outgoing.once('close', () => answers.delete(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (error.code === 'ECONNRESET' || answers.get(socket)?.headersSent === true) {
      socket.destroy();
      return;
    }
    // What comes after the answer is refused too, again and again.
    if (!socket.writable) return;
    socket.end(written(problemOf(error)));
    socket.resume();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}
