/** Values that are kept for a while, as long as they all fit; the oldest go first. */

interface Kept<T> {
  readonly value: T;
  readonly size: number;
  readonly expires: number;
}

export interface Bounds {
  /** Of all values together. */
  readonly size: number;
  readonly milliseconds: number;
}

export class ExpiringMap<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #bounds: Bounds;
  readonly #now: () => number;
  #size = 0;

  constructor(bounds: Bounds, now: () => number = Date.now) {
    this.#bounds = bounds;
    this.#now = now;
  }

  get(key: string): T | undefined {
    this.#expire();
    return this.#kept.get(key)?.value;
  }

  /** Keeps a value, as the newest; tells until when. One that is larger than all that fits is not kept. */
  set(key: string, value: T, size: number): number {
    this.delete(key);
    this.#expire();
    const expires = this.#now() + this.#bounds.milliseconds;
    this.#kept.set(key, { value, size, expires });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#bounds.size) break;
      this.delete(oldest);
    }
    return expires;
  }

  delete(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }

  /** All live equally long, so the oldest come first. */
  #expire(): void {
    const now = this.#now();
    for (const [key, { expires }] of this.#kept) {
      if (expires > now) return;
      this.delete(key);
    }
  }
}
