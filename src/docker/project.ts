/**
 * The Docker model: one project as the engine would get it, whatever it was written in (Compose files, command lines,
 * inspect JSON). Fields bear the names of the Compose specification (https://docs.docker.com/reference/compose-file/);
 * only what can open or close a way between containers is parsed further. Every entry that can keeps its origin, so
 * that a verdict can name its line.
 */

import type { JsonObject, Origin } from '../ingest/document.ts';
import type { Network } from './network.ts';
import type { Service } from './service.ts';

export interface Project {
  readonly name: string;
  /** The folder of the bundle it was found in; '' at the top. */
  readonly folder: string;
  readonly origin: Origin;
  /** By name, in order of names; those that no active profile switches on are left out. */
  readonly services: ReadonlyMap<string, Service>;
  /** By key, in order of keys; the implicit `default` is among them where a service joins it. */
  readonly networks: ReadonlyMap<string, Network>;
  readonly volumes: ReadonlyMap<string, Resource>;
  readonly configs: ReadonlyMap<string, Resource>;
  readonly secrets: ReadonlyMap<string, Resource>;
}

/** A volume, a config or a secret of the project. */
export interface Resource {
  readonly key: string;
  /** The name the engine knows it by: `name`, the key of an external one, else `<project>_<key>`. */
  readonly name: string;
  readonly external: boolean;
  readonly origin: Origin;
  /** Its canonical definition, as in the specification. A secret's content may stand here: never show it. */
  readonly definition: JsonObject;
}
