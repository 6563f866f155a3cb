/** Snapshots in memory: for one process, for a while. */

import { LIMITS } from '../../ingest/index.ts';
import type { SnapshotStore } from '../../operations/ports.ts';
import { type Bounds, ExpiringMap } from './expiring-map.ts';

export const BOUNDS: Bounds = { size: 4 * LIMITS.requestBytes.value, milliseconds: 60 * 60 * 1000 };

export class MemorySnapshotStore implements SnapshotStore {
  readonly #bundles: ExpiringMap<Uint8Array<ArrayBuffer>>;

  constructor(bounds: Bounds = BOUNDS, now?: () => number) {
    this.#bundles = new ExpiringMap(bounds, now);
  }

  async get(digest: string): Promise<Uint8Array | undefined> {
    return this.#bundles.get(digest);
  }

  async put(digest: string, bundle: Uint8Array<ArrayBuffer>): Promise<number> {
    return this.#bundles.set(digest, bundle, bundle.length);
  }
}
