/**
 * An operation is one use case: what it is called, what it takes, what it answers. Routes, the OpenAPI document and
 * other transports are read from these objects; nothing about an operation is written down twice.
 */

import type { ZodObject, ZodType } from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { Answer } from '../render/answer.ts';

/** An example for the documentation: a request's options and files, in the envelope form. */
export interface OperationExample {
  readonly summary: string;
  readonly body: { readonly files: readonly { readonly path: string; readonly content: string }[] } & Record<
    string,
    unknown
  >;
}

export interface Operation<Input = unknown> {
  /** The last part of the route: `/v1/{id}`. */
  readonly id: string;
  /** One line for lists. */
  readonly summary: string;
  /** Markdown for the reference: what is answered, and what it means. */
  readonly description: string;
  /** The options, each with a description, beside the bundle itself. */
  readonly input: ZodObject & ZodType<Input>;
  /** The JSON result. */
  readonly result: ZodType;
  readonly examples: readonly OperationExample[];
  /** Answers from one analysed bundle. Throws only `ProblemError`, for a request that makes no sense or a spent budget. */
  run(analysis: Analysis, input: Input): Answer;
}
