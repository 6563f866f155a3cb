/** Names of objects: in DNS form, and each once per kind, however alike the names of the project are. */

import { dnsName, withDigest } from '../../util/dns-name.ts';

export class ObjectNames {
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The name of a kind's object for a text: always the same, and no other text's. */
  of(kind: string, text: string): string {
    const key = JSON.stringify([kind, text]);
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const wished = dnsName(text);
    const name = this.#taken.has(`${kind} ${wished}`) ? withDigest(wished, text) : wished;
    this.#given.set(key, name);
    this.#taken.add(`${kind} ${name}`);
    return name;
  }
}
