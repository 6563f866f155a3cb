/** A canonical Compose model as the Docker model has it: everything in order of names, each entry with its origin. */

import { isObject, type JsonObject, type JsonValue } from '../../ingest/document.ts';
import type { Project, Resource } from '../project.ts';
import { at, type Node } from './node.ts';
import { flagAt, objectOf, sortedEntries, textAt } from './read.ts';
import { readNetwork } from './read-network.ts';
import { readService } from './read-service.ts';

/** `json` is the same model as plain JSON, which the services keep as their definitions. */
export function readProject(model: Node, json: JsonObject, folder: string): Project {
  const definitions = json['services'];
  const section = <T>(name: string, read: (key: string, node: Node) => T): ReadonlyMap<string, T> =>
    new Map(sortedEntries(at(model, name)).map(([key, node]) => [key, read(key, node)]));
  return {
    name: textAt(model, 'name') ?? '',
    folder: folder === '.' ? '' : folder,
    origin: model.origin,
    services: section('services', (key, node) => readService(key, node, definitionOf(definitions, key))),
    networks: section('networks', readNetwork),
    volumes: section('volumes', readResource),
    configs: section('configs', readResource),
    secrets: section('secrets', readResource),
  };
}

function readResource(key: string, node: Node): Resource {
  return {
    key,
    name: textAt(node, 'name') ?? key,
    external: flagAt(node, 'external'),
    origin: node.origin,
    definition: objectOf(node) ?? {},
  };
}

function definitionOf(definitions: JsonValue | undefined, key: string): JsonObject {
  const definition = isObject(definitions) && Object.hasOwn(definitions, key) ? definitions[key] : undefined;
  return isObject(definition) ? definition : {};
}
