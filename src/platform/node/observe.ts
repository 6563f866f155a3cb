/**
 * Sees every request to its end, for the log and for the metrics, and tells the app whose connection it came by. What is
 * told of it outside is the pattern of its route and figures: no path as it was asked, no option, no name, no address,
 * nothing of a body.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { ProblemError } from '../../util/problem.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

interface NodeBindings {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Paths nobody serves are one. */
function patternOf(context: Context): string {
  const pattern = routePath(context, -1);
  return pattern === '/*' || pattern === '*' ? 'none' : pattern;
}

/** Which problem a request was answered with, and which limit it passed: both are words of ours. */
function refusalOf({ error }: Context): { readonly problem?: string; readonly limit?: string } {
  if (!(error instanceof ProblemError)) return {};
  const { code, limit } = error.problem;
  return { problem: code, ...(limit === undefined ? {} : { limit }) };
}

/** The id of the trace that the request belongs to (https://www.w3.org/TR/trace-context/#traceparent-header). */
function traceOf({ res }: Context): { readonly trace?: string } {
  const trace = res.headers.get('traceparent')?.split('-')[1];
  return trace === undefined ? {} : { trace };
}

export function observe({ log, metrics }: Observers): MiddlewareHandler {
  return async (context, next) => {
    const { incoming, outgoing } = context.env as NodeBindings;
    const started = performance.now();
    // Of a body without a length a part has been read by now, at most the first packet.
    const { socket, headers } = incoming;
    const { bytesRead, bytesWritten } = socket;
    context.set('client', socket.remoteAddress ?? 'unknown');
    outgoing.once('close', () => {
      const milliseconds = performance.now() - started;
      const figures = {
        route: patternOf(context),
        method: context.req.method,
        status: outgoing.statusCode,
        requestBytes: Number(headers['content-length'] ?? socket.bytesRead - bytesRead),
        responseBytes: socket.bytesWritten - bytesWritten,
      };
      const refusal = refusalOf(context);
      metrics.count({ ...figures, ...refusal, seconds: milliseconds / 1000 });
      const ended = outgoing.writableFinished ? 'whole' : 'broken';
      const requestId = context.res.headers.get('x-request-id') ?? '';
      const event = { ...figures, ...refusal, milliseconds: Math.round(milliseconds), ended };
      log(JSON.stringify({ level: 'info', requestId, ...traceOf(context), ...event }));
    });
    await next();
  };
}
