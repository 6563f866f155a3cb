/** Texts that stand in very many objects of a bundle, such as the names of namespaces: each is kept once. */

export class SharedTexts {
  readonly #texts = new Map<string, string>();

  of(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  clear(): void {
    this.#texts.clear();
  }
}
