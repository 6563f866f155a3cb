/** What the steps of loading one project share. */

import type { Source } from '../../ingest/document.ts';
import type { ComposeSchema } from '../../schemas/compose.ts';
import type { Budget } from './budget.ts';
import type { BundleFiles, Read } from './files.ts';
import type { Report } from './report.ts';
import type { Lookup } from './template.ts';

/** `merged` stops before the schema: nothing is checked or made canonical. */
export type Stage = 'merged' | 'canonical';

interface Shared {
  readonly files: BundleFiles;
  readonly report: Report;
  readonly budget: Budget;
  readonly schema: ComposeSchema;
  readonly stage: Stage;
}

export class Session {
  readonly report: Report;
  readonly budget: Budget;
  readonly schema: ComposeSchema;
  readonly stage: Stage;
  /** Variables that were said to be unset. */
  readonly unset = new Set<string>();
  /** The files that were read. */
  readonly used = new Set<Source>();
  readonly #files: BundleFiles;

  constructor({ files, report, budget, schema, stage }: Shared) {
    this.#files = files;
    this.report = report;
    this.budget = budget;
    this.schema = schema;
    this.stage = stage;
  }

  /** The file at a path from the top of the bundle, which is then a part of the project. */
  find(path: string): Source | undefined {
    const source = this.#files.get(path);
    if (source) this.used.add(source);
    return source;
  }

  /** The documents of a file. */
  read(source: Source): readonly Read[] {
    this.used.add(source);
    return this.#files.documents(source);
  }
}

/** Variables by name. */
export type Environment = ReadonlyMap<string, string>;

/** Where a set of files stands, and what may be filled into it. */
export interface Scope {
  /** The folder that relative paths count from, from the top of the bundle. */
  readonly folder: string;
  /** The same folder as the project's own files would name it. */
  readonly relative: string;
  readonly environment: Environment;
}

export function lookupIn(environment: Environment): Lookup {
  return (name) => environment.get(name);
}
