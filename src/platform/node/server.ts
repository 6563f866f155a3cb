/**
 * The HTTP server of the process, and its end: told to stop it takes no new connection, lets the requests it has come
 * to their end, and cuts what is left when the time for that is over.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { answerRefused, HEAD_BYTES } from './refused-request.ts';

/** Longer than load balancers keep an idle connection, so that they never use one that is being closed. */
const KEEP_ALIVE_MS = 75_000;
/** A head that takes longer is no client's (Slowloris). */
const HEAD_MS = 20_000;
/** A hundred megabytes over a line of 3 Mbit/s. */
const REQUEST_MS = 300_000;

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  fetch(request: Request, bindings: object): Response | Promise<Response>;
}

export class HttpServer {
  readonly #server: Server;
  #draining = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Rejects where the address cannot be had. */
  static start({ host, port, fetch }: ServerOptions): Promise<HttpServer> {
    const server = createServer({
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEAD_MS,
      requestTimeout: REQUEST_MS,
      maxHeaderSize: HEAD_BYTES,
    });
    answerRefused(server);
    const own = new HttpServer(server);
    const listener = getRequestListener(fetch);
    server.on('request', (incoming, outgoing) => {
      if (own.#draining) outgoing.setHeader('connection', 'close');
      // Connections whose head was written before would be kept alive behind their answer.
      outgoing.once('close', () => own.#draining && setImmediate(() => server.closeIdleConnections()));
      void listener(incoming, outgoing);
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve(own));
    });
  }

  /** Where it listens, as a URL. */
  get origin(): string {
    const { address, port, family } = this.#server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  /** Resolves when the last request has ended: true, or was cut after `seconds`: false. */
  async drain(seconds: number): Promise<boolean> {
    this.#draining = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), seconds * 1000);
    const ended = await Promise.race([closed.then(() => true as const), late.promise]);
    clearTimeout(timer);
    if (!ended) this.#server.closeAllConnections();
    return ended;
  }
}
