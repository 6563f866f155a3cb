/** Kernel: which cells a row has for the classes of each group. */

const MIXED = -1;

export class GroupCells {
  /** By group: the row for which it was met last, the one cell of the classes met, and how many were met. */
  readonly #rows: Int32Array;
  readonly #values: Int32Array;
  readonly #met: Int32Array;
  #row = 0;
  /** How many classes were met in all. */
  count = 0;

  constructor(groups: number) {
    this.#rows = new Int32Array(groups);
    this.#values = new Int32Array(groups);
    this.#met = new Int32Array(groups);
  }

  /** Begins a row. */
  clear(): void {
    this.#row++;
    this.count = 0;
  }

  /** Notes the cell of one more class, which is not empty. */
  meet(group: number, value: number): void {
    this.count++;
    if (this.#rows[group] !== this.#row) {
      this.#rows[group] = this.#row;
      this.#values[group] = value;
      this.#met[group] = 1;
      return;
    }
    this.#met[group] = (this.#met[group] as number) + 1;
    if (this.#values[group] !== value) this.#values[group] = MIXED;
  }

  /** Whether all classes of a group that was met have one cell. */
  isEven(group: number, size: number): boolean {
    return this.#values[group] !== MIXED && this.#met[group] === size;
  }
}
