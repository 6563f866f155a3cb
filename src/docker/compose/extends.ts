/**
 * `extends`: a service takes over another's definition and is merged over it
 * (https://docs.docker.com/reference/compose-file/services/#extends). The other may stand in another file of the
 * bundle, whose relative paths are rewritten. Circles are found by the chain of files and services that led here.
 */

import type { Source } from '../../ingest/document.ts';
import { DEEPEST } from './budget.ts';
import type { Path } from './expand.ts';
import { readExtendedFile } from './extended-file.ts';
import { mergeEntries } from './merge.ts';
import { at, isNull, type MappingNode, mapping, type Node, stringOf, withEntry } from './node.ts';
import { shown } from './report.ts';
import { applyResets } from './reset.ts';
import type { Scope, Session } from './session.ts';

export interface ExtendsContext {
  readonly session: Session;
  readonly scope: Scope;
  /** The file whose services are extended. */
  readonly source: Source;
  /** What its document takes away from what a service extends. */
  readonly resets: readonly Path[];
}

/** The document with every `extends` resolved. */
export function applyExtends(root: MappingNode, context: ExtendsContext): MappingNode {
  const services = at(root, 'services');
  if (services?.kind !== 'mapping') return root;
  const home: Home = { services: new Map(services.entries), resets: context.resets };
  const resolver = new Resolver(context);
  for (const name of services.entries.keys()) resolver.resolve(name, home, []);
  return withEntry(root, 'services', mapping(services.origin, home.services));
}

/** The services of one file, resolved one after the other. */
interface Home {
  readonly services: Map<string, Node>;
  readonly resets: readonly Path[];
}

/** Where a reference leads, and the file it names. */
interface Target {
  readonly service: string;
  readonly home: Home;
  readonly file: string | undefined;
}

class Resolver {
  readonly #context: ExtendsContext;
  readonly #homes = new Map<string, Home | undefined>();

  constructor(context: ExtendsContext) {
    this.#context = context;
  }

  /** The service with what it extends; the definition itself where that cannot be had. */
  resolve(name: string, home: Home, trail: readonly string[]): Node | undefined {
    const service = home.services.get(name);
    const reference = at(service, 'extends');
    if (service?.kind !== 'mapping' || !reference) return service;
    const target = this.#target(reference, name, home);
    if (!target) return this.#settle(name, home, service);
    // As the reference loader tells circles: without a file named, the service counts as one of the first file.
    const step = `${target.file ?? this.#context.source.path} ${name}`;
    if (trail.includes(step) || trail.length > DEEPEST) {
      const circle = `The service ${name} extends itself, by way of ${target.service}. Break the circle.`;
      this.#refuse(reference, trail.includes(step) ? circle : `More than ${DEEPEST} services extend each other here.`);
      return this.#settle(name, home, service);
    }
    const base = this.resolve(target.service, target.home, [...trail, step]);
    // A service without a definition gives nothing to take over, and the reference stays.
    if (base?.kind !== 'mapping') return service;
    const kept = applyResets(wrapped(name, base), home.resets);
    const own = at(at(kept, 'services'), name) ?? base;
    return this.#settle(name, home, mergeEntries(own, service, this.#context.session, 'services'));
  }

  #settle(name: string, home: Home, service: Node): Node {
    const settled = service.kind === 'mapping' ? withEntry(service, 'extends', undefined) : service;
    home.services.set(name, settled);
    return settled;
  }

  /** Where a reference leads; undefined, with a finding, where it leads nowhere. */
  #target(reference: Node, name: string, home: Home): Target | undefined {
    const service = reference.kind === 'mapping' ? at(reference, 'service') : reference;
    const key = stringOf(service);
    if (service === undefined || key === undefined) {
      this.#refuse(reference, `extends of the service ${name} names no service. Write service: beside file:.`);
      return undefined;
    }
    const file = at(reference, 'file');
    const there = file && !isNull(file) ? this.#home(file) : home;
    if (!there) return undefined;
    if (there.services.has(key)) return { service: key, home: there, file: stringOf(file) };
    this.#refuse(
      service,
      `The service ${name} extends ${shown(service)}, which ${there === home ? 'this file' : 'that file'} does not have.`,
    );
    return undefined;
  }

  #home(file: Node): Home | undefined {
    const path = stringOf(file);
    if (path === undefined) {
      this.#refuse(file, 'The file of extends must be a path.');
      return undefined;
    }
    if (!this.#homes.has(path)) {
      const found = readExtendedFile(path, file, this.#context);
      this.#homes.set(path, found && { services: new Map(found.services.entries), resets: found.resets });
    }
    return this.#homes.get(path);
  }

  #refuse(node: Node, message: string): void {
    this.#context.session.report.refuse('CMP047', node.origin, message);
  }
}

function wrapped(name: string, service: Node): MappingNode {
  return mapping(service.origin, [['services', mapping(service.origin, [[name, service]])]]);
}
