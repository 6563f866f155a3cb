/** What front ends are called: by their ids, by the names of cluster DNS, by `namespace/name`. Of one name the first counts. */

import type { FrontEnd } from '../policy/front-end.ts';

export class FrontEndNames {
  readonly #frontEnds: readonly FrontEnd[];
  readonly #byName = new Map<string, number>();
  readonly #byPlainName = new Map<string, number>();

  constructor(frontEnds: readonly FrontEnd[]) {
    this.#frontEnds = frontEnds;
    for (const [i, { id, names, namespace, shortName }] of frontEnds.entries()) {
      for (const name of [id, ...names]) if (!this.#byName.has(name)) this.#byName.set(name, i);
      const plain = `${namespace}/${shortName}`;
      if (!this.#byPlainName.has(plain)) this.#byPlainName.set(plain, i);
    }
  }

  /** By id, or by a name of cluster DNS, which may end in a dot. */
  find(name: string): FrontEnd | undefined {
    const relative = name.endsWith('.') ? name.slice(0, -1) : name;
    return this.#at(this.#byName.get(relative));
  }

  /** The front end whose own `namespace/name` this is; workloads of that name come first. */
  findPlain(name: string): FrontEnd | undefined {
    return this.#at(this.#byPlainName.get(name));
  }

  #at(position: number | undefined): FrontEnd | undefined {
    return position === undefined ? undefined : this.#frontEnds[position];
  }
}
