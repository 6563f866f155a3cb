/**
 * `env_file` and `label_file` of the services that are on: their values stand below those of the service itself
 * (https://docs.docker.com/reference/compose-file/services/#env_file).
 */

import type { Source } from '../../ingest/document.ts';
import { parseEnvFile } from './env-file.ts';
import {
  at,
  entriesOf,
  isNull,
  itemsOf,
  type MappingNode,
  mapChildren,
  mapping,
  type Node,
  stringOf,
  text,
  withEntry,
} from './node.ts';
import { joinPath } from './paths.ts';
import { findReference } from './reference.ts';
import type { Environment, Scope, Session } from './session.ts';
import type { Lookup } from './template.ts';

/** The service with what its files say. */
export function withServiceFiles(service: Node, scope: Scope, session: Session): Node {
  if (service.kind !== 'mapping') return service;
  return withLabels(withEnvironment(service, scope, session), scope, session);
}

function withEnvironment(service: MappingNode, scope: Scope, session: Session): MappingNode {
  const own = resolved(at(service, 'environment'), scope.environment);
  const files = itemsOf(at(service, 'env_file'));
  if (files.length === 0) return own ? withEntry(service, 'environment', own) : service;
  const below = new Map<string, Node>();
  const lookup: Lookup = (name) => scope.environment.get(name) ?? stringOf(entriesOf(own).get(name));
  for (const file of files) addFile(file, { below, lookup, scope, session });
  const origin = own?.origin ?? at(service, 'env_file')?.origin ?? service.origin;
  return withEntry(service, 'environment', mapping(origin, [...below, ...entriesOf(own)]));
}

/** Variables without a value take the project's, where it has one. */
function resolved(environment: Node | undefined, values: Environment): Node | undefined {
  return (
    environment &&
    mapChildren(environment, (value, name) => {
      const found = isNull(value) ? values.get(name) : undefined;
      return found === undefined ? value : text(value.origin, found, true);
    })
  );
}

interface FileContext {
  readonly below: Map<string, Node>;
  readonly lookup: Lookup;
  readonly scope: Scope;
  readonly session: Session;
}

function addFile(file: Node, { below, lookup, scope, session }: FileContext): void {
  const node = at(file, 'path') ?? file;
  const path = stringOf(node);
  if (path === undefined || path === '') return;
  const required = at(file, 'required');
  const isOptional = required?.kind === 'scalar' && required.value === false;
  const full = joinPath(scope.folder, path);
  if (isOptional && !session.find(full)) return;
  const source = findReference({ path, node, folder: scope.folder }, 'CMP039', session);
  if (!source) return;
  const format = stringOf(at(file, 'format')) ?? '';
  if (!FORMATS.includes(format)) {
    session.report.refuse(
      'CMP039',
      at(file, 'format')?.origin ?? node.origin,
      'The format of an environment file is raw, or is left out.',
    );
    return;
  }
  const values = format === 'raw' ? rawValues(source, lookup) : filledValues(source, node, { below, lookup, session });
  for (const [name, value] of values) below.set(name, text(node.origin, value, true));
}

const FORMATS: readonly string[] = ['', '.env', 'raw'];

function filledValues(
  source: Source,
  node: Node,
  { below, lookup, session }: Pick<FileContext, 'below' | 'lookup' | 'session'>,
): ReadonlyMap<string, string> {
  const spend = (count: number) => session.budget.spend('text', count, node.origin);
  const known = new Map([...below].map(([name, value]) => [name, stringOf(value) ?? '']));
  const { values, fault } = parseEnvFile(source.text, { lookup, known, spend });
  if (fault) {
    const line = source.text.slice(0, fault.offset).split('\n').length;
    session.report.refuse('CMP039', node.origin, `${source.path} cannot be read at line ${line}. ${fault.message}`);
  }
  return values;
}

/** Lines of `NAME=value`, taken as they stand. */
function rawValues(source: Source, lookup: Lookup): ReadonlyMap<string, string> {
  const lines = source.text.split(/\r?\n/).map((line) => line.trimStart());
  const values = lines.flatMap((line): [string, string][] => {
    if (line === '' || line.startsWith('#')) return [];
    const equals = line.indexOf('=');
    if (equals >= 0) return [[line.slice(0, equals), line.slice(equals + 1)]];
    const found = lookup(line);
    return found === undefined ? [] : [[line, found]];
  });
  return new Map(values);
}

function withLabels(service: MappingNode, scope: Scope, session: Session): MappingNode {
  const files = itemsOf(at(service, 'label_file'));
  if (files.length === 0) return service;
  const below = new Map<string, Node>();
  const lookup: Lookup = (name) => stringOf(below.get(name));
  for (const file of files) addFile(file, { below, lookup, scope, session });
  const own = at(service, 'labels');
  return withEntry(service, 'labels', mapping(own?.origin ?? service.origin, [...below, ...entriesOf(own)]));
}
