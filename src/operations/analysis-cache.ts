/**
 * Analyses kept for the next request about the same bundle, so that it is parsed once. They are named by a digest of
 * the bundle and of the options they depend on, and lent to one request at a time: an answer that is still being written
 * shares nothing with another. The oldest go first.
 */

import type { Analysis } from '../analysis/analysis.ts';
import { LIMITS } from '../ingest/index.ts';
import { bundleBytes } from './bundle-digest.ts';
import type { Measure } from './measures.ts';

export class AnalysisCache {
  readonly #kept = new Map<string, Analysis>();
  #bytes = 0;

  /** A loan of the analysis of this name; without a name, nothing is lent and nothing kept. */
  loan(name: string | undefined): Loan {
    return new Loan(this, name);
  }

  /** The analysis of this name, which then is no longer here. */
  take(name: string): Analysis | undefined {
    const analysis = this.#kept.get(name);
    if (analysis === undefined) return undefined;
    this.#kept.delete(name);
    this.#bytes -= bundleBytes(analysis.bundle);
    return analysis;
  }

  /** Keeps an analysis that nobody uses any more. */
  give(name: string, analysis: Analysis): void {
    this.take(name);
    this.#kept.set(name, analysis);
    this.#bytes += bundleBytes(analysis.bundle);
    while (this.#bytes > LIMITS.cachedBytes.value || this.#kept.size > LIMITS.cachedBundles.value) {
      const [oldest] = this.#kept.keys();
      if (oldest === undefined) return;
      this.take(oldest);
    }
  }
}

/** An analysis in the hands of one request. */
class Loan {
  readonly #cache: AnalysisCache;
  readonly #name: string | undefined;
  #analysis: Analysis | undefined;
  #hit = false;

  constructor(cache: AnalysisCache, name: string | undefined) {
    this.#cache = cache;
    this.#name = name;
  }

  /** What there is to say of it; nothing where none was asked for. */
  get measures(): readonly Measure[] {
    if (!this.#analysis) return [];
    return [
      { name: 'documents', count: this.#analysis.documentCount },
      { name: 'cache', count: this.#hit ? 'hit' : 'miss' },
    ];
  }

  /** The analysis that is kept, or the fresh one, which has computed nothing yet. */
  readonly take = (fresh: Analysis): Analysis => {
    const kept = this.#name === undefined ? undefined : this.#cache.take(this.#name);
    this.#hit = kept !== undefined;
    this.#analysis = kept ?? fresh;
    return this.#analysis;
  };

  /** The request is done with it, and nothing went wrong. */
  readonly giveBack = (): void => {
    if (this.#analysis && this.#name !== undefined) this.#cache.give(this.#name, this.#analysis);
  };
}
