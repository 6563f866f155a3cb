/** Ascending numbers, written as runs: `3-17,20`. */

export class Runs {
  #text = '';
  #first = -1;
  #last = -1;

  add(number: number): void {
    if (number !== this.#last + 1 || this.#first < 0) {
      this.#text = this.text;
      this.#first = number;
    }
    this.#last = number;
  }

  get text(): string {
    if (this.#first < 0) return '';
    const run = this.#first === this.#last ? `${this.#first}` : `${this.#first}-${this.#last}`;
    return this.#text === '' ? run : `${this.#text},${run}`;
  }
}
