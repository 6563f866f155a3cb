/** A pod while it is made: what its containers ask for is gathered here. */

import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Unit } from './unit.ts';

export class PodDraft {
  readonly unit: Unit;
  readonly #volumes = new Map<string, YamlNode>();
  readonly #templates = new Map<string, YamlNode>();
  readonly #objects: Manifest[] = [];

  constructor(unit: Unit) {
    this.unit = unit;
  }

  /** An object that belongs to the pod, written with it. */
  add(manifest: Omit<Manifest, 'part'>): void {
    this.#objects.push({ ...manifest, part: { service: this.unit.name } });
  }

  /** A volume of the pod; one of a name is made once. */
  volume(name: string, source: YamlMapping): void {
    if (!this.#volumes.has(name)) this.#volumes.set(name, { name, ...source });
  }

  /** A claim of its own for each pod of a StatefulSet. */
  template(name: string, claim: YamlMapping): void {
    if (!this.#templates.has(name)) this.#templates.set(name, claim);
  }

  get volumes(): readonly YamlNode[] {
    return [...this.#volumes.values()];
  }

  get templates(): readonly YamlNode[] {
    return [...this.#templates.values()];
  }

  get objects(): readonly Manifest[] {
    return this.#objects;
  }
}
