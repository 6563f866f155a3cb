/**
 * Labels as policies see them. A label may be known to be there without its value being shown (a Deployment's
 * `pod-template-hash` before any pod exists): then its value is `null`, and what depends on it is undecided.
 */

export interface Labels extends Iterable<readonly [string, string | null]> {
  has(key: string): boolean;
  get(key: string): string | null | undefined;
  /** As a `Map` has it; many times cheaper than iterating. */
  forEach(take: (value: string | null, key: string) => void): void;
  /** Whether there may be labels beside these: of a pod the bundle does not show, nothing rules a label out. */
  readonly open?: boolean;
}

/** Labels of which only some are known. */
export class OpenLabels extends Map<string, string | null> {
  readonly open = true;
}

/**
 * Keys that begin with `@` are ours: the API server refuses such a label, so no user's label can meet them. They
 * carry what an endpoint is a member of (its node today, Docker's networks later), so that one kind of selector serves.
 */
export const NODE_LABEL = '@node';
