/** What the resolvers of one request share: the analyses it has begun, each input once, however often it is asked for. */

import type { Analysis } from '../analysis/analysis.ts';

/** An analysis, and the digest of its input: cursors are bound to it. */
export interface AnalysedBundle {
  readonly analysis: Analysis;
  readonly digest: string;
}

export interface GraphqlContext {
  readonly version: string;
  readonly requestId: string;
  /** By the digest of the input. */
  readonly analyses: Map<string, Promise<AnalysedBundle>>;
}
