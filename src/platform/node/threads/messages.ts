/**
 * What the main thread and a worker thread tell each other. A thread has one call at a time; every message carries its
 * number, for what was sent before a call ended may arrive after the next began. Bodies go chunk by chunk, each asked
 * for by whoever reads it, so that neither side runs ahead of the other.
 */

import type { Task, Written } from '../../../operations/ports.ts';
import type { Problem } from '../../../util/problem.ts';

/** A task with its operation and form by name. */
export interface OperationCall extends Omit<Task, 'operation' | 'format' | 'body'> {
  readonly kind: 'operation';
  readonly operation: string;
  readonly format: string;
}

export interface GraphqlCall {
  readonly kind: 'graphql';
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly requestId: string;
}

export type Call = OperationCall | GraphqlCall;

export interface OperationAnswer extends Omit<Written, 'body'> {
  readonly kind: 'operation';
}

export interface GraphqlAnswer {
  readonly kind: 'graphql';
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export type Answer = OperationAnswer | GraphqlAnswer;

interface Numbered {
  readonly number: number;
}

/** The next part of a body, or its end; `broken`: it will not come. */
export type BodyPart =
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'broken' };

/** Whoever reads a body wants its next part, or none any more. */
export type BodyWish = { readonly kind: 'pull' } | { readonly kind: 'cancel' };

/** `held`: the beginning of the body, which is all of it unless `more` is to be pulled; null where it has none. */
export interface Begin {
  readonly kind: 'call';
  readonly call: Call;
  readonly held: Uint8Array | null;
  readonly more: boolean;
}

export type ToThread = Numbered &
  (Begin | BodyPart | BodyWish | { readonly kind: 'snapshot'; readonly bytes: Uint8Array | undefined });

/** `text`: the whole body; without it the body is to be pulled, and its end is the end of the call. */
export interface Answered {
  readonly kind: 'answer';
  readonly answer: Answer;
  readonly text?: string;
}

/** Instead of an answer: an expected failure, or a bug, of which only the kind of error is told. */
export type Failed =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'bug'; readonly name: string };

/** `ready`: everything is loaded, and calls are taken. */
export type FromThread = Numbered &
  (
    | Answered
    | Failed
    | BodyPart
    | BodyWish
    | { readonly kind: 'lookup'; readonly digest: string }
    | { readonly kind: 'ready' }
  );
