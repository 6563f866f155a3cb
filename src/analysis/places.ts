/** Where findings and origins of one bundle stand in its files: looked up when an answer is written. */

import type { Origin } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { Locator, type TextEdit } from '../ingest/index.ts';
import { byKeys } from '../util/ordering.ts';
import type { Place } from '../util/problem.ts';

/** A finding with its place looked up. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly at: Place | undefined;
  /** What its fix does to the text; absent where it has none, or where the text cannot be edited so. */
  readonly edits?: readonly TextEdit[];
}

export class Places {
  readonly #locator: Locator = new Locator();
  readonly #located = new WeakMap<Origin, Place & { readonly line: number }>();

  /** Sorted by file and position; those without a place come last. */
  place(findings: readonly Finding[]): PlacedFinding[] {
    return findings
      .map((finding) => this.#placed(finding))
      .sort(
        byKeys(
          ({ at }) => at?.file ?? '\uffff',
          ({ at }) => at?.line ?? 0,
          ({ at }) => at?.column ?? 0,
          ({ finding }) => finding.rule,
          ({ finding }) => finding.message,
        ),
      );
  }

  #placed(finding: Finding): PlacedFinding {
    const at = finding.place && this.#locator.locate(finding.place);
    const edits = finding.fix?.edits.map((edit) => this.#locator.textEdit(edit));
    const sound = edits?.every((edit) => edit !== undefined);
    return { finding, at, ...(sound ? { edits } : {}) };
  }

  /** Most entries have a say about many pairs. */
  locate(origin: Origin): Place & { readonly line: number } {
    const known = this.#located.get(origin) ?? this.#locator.locate(origin);
    this.#located.set(origin, known);
    return known;
  }
}
