/**
 * An operation is one use case: what it is called, what it takes, what it answers. Routes, the OpenAPI document and
 * other transports are read from these objects; nothing about an operation is written down twice.
 */

import type { ZodObject, ZodType } from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { BySide } from '../ingest/index.ts';
import type { Answer, OptionalView } from '../render/answer.ts';

export interface ExampleFile {
  readonly path: string;
  readonly content: string;
}

interface ExampleFiles {
  readonly files: readonly ExampleFile[];
}

type WithOptions<Files> = Files & Record<string, unknown>;

/** An example for the documentation: a request's options and files, in the envelope form. */
export interface OperationExample {
  readonly summary: string;
  readonly body: WithOptions<ExampleFiles>;
}

/** The same of two bundles. */
export interface PairExample {
  readonly summary: string;
  readonly body: WithOptions<BySide<ExampleFiles>>;
}

interface Described<Input, Example> {
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
  /** The optional views that every answer has; formats that need others are not offered. */
  readonly views?: readonly OptionalView[];
  readonly examples: readonly Example[];
  /** The conditions that `?gate=` may name; the answer says which of them hold. */
  readonly gates: readonly string[];
}

export interface BundleOperation<Input = unknown> extends Described<Input, OperationExample> {
  readonly takes: 'bundle';
  /** Whether rules look at the objects of the bundle, which are then kept. */
  readonly keepsObjects?: true;
  /** Answers from one analysed bundle. Throws only `ProblemError`, for a request that makes no sense or a spent budget. */
  run(analysis: Analysis, input: Input): Answer;
}

export interface PairOperation<Input = unknown> extends Described<Input, PairExample> {
  readonly takes: 'pair';
  /** The same from two bundles, of which one may be empty. */
  runPair(before: Analysis, after: Analysis, input: Input): Answer;
}

export type Operation<Input = unknown> = BundleOperation<Input> | PairOperation<Input>;
