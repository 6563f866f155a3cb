/** What the resolvers of one request share: the analyses it has begun, each input once, however often it is asked for. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Model } from '../analysis/model.ts';
import type { BySide, SnapshotSource } from '../ingest/index.ts';
import type { DiffResult } from '../operations/diff-results.ts';
import type { ExposureJson, UnprotectedJson } from '../operations/exposure-results.ts';
import type { ProjectResult } from '../operations/project.ts';
import type { FindingJson } from '../operations/results.ts';
import type { ValidateResult } from '../operations/validate-results.ts';
import type { ListIdentity, Page } from './connection.ts';

/** An analysis, and the digest of its input: cursors are bound to it. */
export interface AnalysedBundle {
  readonly analysis: Analysis;
  /** The model its fields are about. */
  readonly model: Model;
  readonly digest: string;
}

/** Two analyses and their difference; `digest` is that of both inputs and of what was asked of them. */
export interface ComparedBundles extends BySide<AnalysedBundle> {
  readonly result: DiffResult;
  readonly digest: string;
}

export interface ExposurePage extends Page<ExposureJson> {
  readonly findings: readonly FindingJson[];
  /** Not told where only one port was asked for. */
  readonly unprotected: readonly UnprotectedJson[] | undefined;
  readonly identity: ListIdentity;
}

/** What validate says of a bundle; `digest` is that of its input and of what was asked. */
export interface ValidatedBundle {
  readonly result: ValidateResult;
  readonly digest: string;
}

/** The Compose projects of a bundle. */
export interface LoadedBundle {
  readonly result: ProjectResult;
  readonly digest: string;
}

export interface GraphqlContext {
  readonly version: string;
  readonly requestId: string;
  /** Undefined where none are kept. */
  readonly snapshots: SnapshotSource | undefined;
  /** By the digest of the input. */
  readonly analyses: Map<string, Promise<AnalysedBundle>>;
  /** The same of validations. */
  readonly validations: Map<string, Promise<ValidatedBundle>>;
}
