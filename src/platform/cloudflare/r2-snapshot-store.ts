/**
 * Snapshots in an R2 bucket (https://developers.cloudflare.com/r2/api/workers/workers-api-reference/). An object keeps
 * the time it expires, and is passed over from then on; a lifecycle rule of the bucket deletes it.
 */

import type { SnapshotStore } from '../../operations/ports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_MS = 7 * DAY_MS;

export class R2SnapshotStore implements SnapshotStore {
  readonly #bucket: R2Bucket;

  constructor(bucket: R2Bucket) {
    this.#bucket = bucket;
  }

  async get(digest: string): Promise<Uint8Array | undefined> {
    const object = await this.#bucket.get(keyOf(digest));
    if (!object || Number(object.customMetadata?.['expires'] ?? 0) <= Date.now()) return undefined;
    return new Uint8Array(await object.arrayBuffer());
  }

  async put(digest: string, bundle: Uint8Array<ArrayBuffer>): Promise<number> {
    const expires = Date.now() + KEPT_MS;
    await this.#bucket.put(keyOf(digest), bundle, { customMetadata: { expires: String(expires) } });
    return expires;
  }
}

const keyOf = (digest: string): string => `snapshots/${digest}`;
