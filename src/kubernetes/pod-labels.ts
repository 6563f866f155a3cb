/**
 * Labels of pods: those that a manifest writes, and those that controllers add, which are laid over the others in place
 * of a copy for every pod.
 */

/** A key and its value; null where the value is made by the cluster and not shown. */
export type PodLabel = readonly [key: string, value: string | null];

export interface PodLabels extends Iterable<PodLabel> {
  has(key: string): boolean;
  get(key: string): string | null | undefined;
  forEach(take: (value: string | null, key: string) => void): void;
  readonly size: number;
}

/** Labels with others laid over them, which count where both have a key. */
export function withLabels(labels: PodLabels, over: readonly PodLabel[]): PodLabels {
  if (over.length === 0) return labels;
  return labels instanceof LayeredLabels ? labels.under(over) : new LayeredLabels(labels, over);
}

/** Labels with others beside them, which count where these have no such key. */
export function withDefaults(labels: PodLabels, added: readonly PodLabel[]): PodLabels {
  return withLabels(labels, added.some(([key]) => labels.has(key)) ? added.filter(([key]) => !labels.has(key)) : added);
}

class LayeredLabels implements PodLabels {
  readonly #labels: PodLabels;
  readonly #over: readonly PodLabel[];

  constructor(labels: PodLabels, over: readonly PodLabel[]) {
    this.#labels = labels;
    this.#over = over;
  }

  /** With one layer, however many are laid over each other. */
  under(over: readonly PodLabel[]): LayeredLabels {
    const all = this.#over.slice();
    for (const label of over) {
      const at = all.findIndex(([key]) => key === label[0]);
      all[at < 0 ? all.length : at] = label;
    }
    // A list that was added to has room to grow, which what is kept does not need.
    return new LayeredLabels(this.#labels, all.slice());
  }

  get size(): number {
    return this.#over.reduce((size, [key]) => (this.#labels.has(key) ? size : size + 1), this.#labels.size);
  }

  has(key: string): boolean {
    return find(this.#over, key) !== undefined || this.#labels.has(key);
  }

  get(key: string): string | null | undefined {
    const over = find(this.#over, key);
    return over ? over[1] : this.#labels.get(key);
  }

  forEach(take: (value: string | null, key: string) => void): void {
    const over = this.#over;
    this.#labels.forEach((value, key) => {
      const label = find(over, key);
      take(label ? label[1] : value, key);
    });
    for (let i = 0; i < over.length; i++) {
      const [key, value] = over[i] as PodLabel;
      if (!this.#labels.has(key)) take(value, key);
    }
  }

  /** In the order of a `Map` that is added to. */
  [Symbol.iterator](): Iterator<PodLabel> {
    const labels = Array.from(this.#labels, (label) => find(this.#over, label[0]) ?? label);
    for (const label of this.#over) if (!this.#labels.has(label[0])) labels.push(label);
    return labels[Symbol.iterator]();
  }
}

function find(labels: readonly PodLabel[], key: string): PodLabel | undefined {
  for (const label of labels) if (label[0] === key) return label;
  return undefined;
}
