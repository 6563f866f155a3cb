/**
 * Loads one project: its files merged, checked and made canonical, as the reference loader does it
 * (https://docs.docker.com/reference/cli/docker/compose/config/). A project that the loader would refuse has no model;
 * what its files say together is given all the same.
 */

import type { JsonObject, Source } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import type { ComposeSchema } from '../../schemas/compose.ts';
import { compareText } from '../../util/ordering.ts';
import type { Project } from '../project.ts';
import { type Budget, Spent } from './budget.ts';
import { checkConsistency, type ServiceSets } from './consistency.ts';
import { decode } from './decode.ts';
import { checkEnginePorts } from './engine-ports.ts';
import { withDotEnv } from './environment.ts';
import type { BundleFiles } from './files.ts';
import { loadModel } from './load-model.ts';
import { onlyNecessary, usedBy } from './necessary.ts';
import { at, entriesOf, itemsOf, type MappingNode, mapping, type Node, stringOf, toJson, withEntry } from './node.ts';
import { normalize } from './normalize.ts';
import type { ComposeOptions } from './options.ts';
import { projectName } from './project-name.ts';
import { readProject } from './read-project.ts';
import { Report } from './report.ts';
import { withoutValues } from './resolve-environment.ts';
import { withReplicas } from './service-agreement.ts';
import { withServiceFiles } from './service-files.ts';
import { type Environment, type Scope, Session, type Stage } from './session.ts';

/** The files of a project, in the order they are merged. */
export interface ProjectFiles {
  readonly folder: string;
  readonly sources: readonly Source[];
}

export interface LoadedProject {
  readonly folder: string;
  readonly name: string;
  readonly sources: readonly Source[];
  /** The sources, and every other file that was read for the project. */
  readonly used: ReadonlySet<Source>;
  readonly findings: readonly Finding[];
  /** Absent where the loader refuses the project. */
  readonly loaded?: { readonly project: Project; readonly canonical: JsonObject };
}

export interface LoadContext {
  readonly files: BundleFiles;
  readonly options: ComposeOptions;
  /** Of the bundle. */
  readonly budget: Budget;
  readonly schema: ComposeSchema;
}

export function loadProject(given: ProjectFiles, context: LoadContext): LoadedProject {
  const report = new Report();
  const session = sessionOf(context, report, 'canonical');
  const { scope, name } = beginIn(given, context, session);
  const canonical = within(report, () => {
    const model = modelOf(given, scope, session);
    return model && finish(model, { name, scope, session, options: context.options });
  });
  const { folder, sources } = given;
  const common = { folder, name, sources, used: session.used };
  if (!canonical || report.refused) return { ...common, findings: report.findings };
  const json = toJson(canonical) as JsonObject;
  const project = readProject(canonical, json, folder);
  return { ...common, findings: report.findings, loaded: { project, canonical: json } };
}

/** What the files of a project say together, before the schema and anything after it; of a project that is refused too. */
export function mergeProject(given: ProjectFiles, context: LoadContext): JsonObject {
  const report = new Report();
  const session = sessionOf(context, report, 'merged');
  const { scope } = beginIn(given, context, session);
  const model = within(report, () => modelOf(given, scope, session));
  return model ? (toJson(model) as JsonObject) : {};
}

function sessionOf({ files, budget, schema }: LoadContext, report: Report, stage: Stage): Session {
  return new Session({ files, report, budget: budget.ofProject(), schema, stage });
}

function beginIn(
  { folder, sources }: ProjectFiles,
  { options }: LoadContext,
  session: Session,
): { scope: Scope; name: string } {
  const given = new Map(Object.entries(options.env ?? {}));
  const environment = within(session.report, () => withDotEnv(session, given, folder)) ?? given;
  const name = within(session.report, () => projectName({ sources, folder, environment, options }, session)) ?? '';
  const complete: Environment = new Map([...environment, ['COMPOSE_PROJECT_NAME', name]]);
  return { scope: { folder, relative: '.', environment: complete }, name };
}

function modelOf({ sources }: ProjectFiles, scope: Scope, session: Session): MappingNode | undefined {
  const model = loadModel({ sources, scope, trail: [] }, session);
  if (model && model.entries.size > 0) return model;
  const [source] = sources;
  if (source && !session.report.refused) {
    const message = 'The Compose file is empty. It needs services.';
    session.report.say({ rule: 'CMP048', severity: 'error', refused: true, message, place: { source, offset: 0 } });
  }
  return undefined;
}

interface FinishContext {
  readonly name: string;
  readonly scope: Scope;
  readonly session: Session;
  readonly options: ComposeOptions;
}

function finish(model: MappingNode, { name, scope, session, options }: FinishContext): MappingNode {
  const { report } = session;
  const { environment } = scope;
  const normal = normalize(withoutValues(model), { projectName: name, environment });
  const decoded = decode(normal, report);
  const sets = switched(decoded, options.profiles ?? profilesOf(environment));
  checkConsistency(decoded, sets, report);
  const services = [...sets.enabled].map(([key, service]): [string, Node] => {
    checkEnginePorts(service, report);
    return [key, withReplicas(withServiceFiles(service, scope, session))];
  });
  noteUnused(decoded, sets, report);
  const origin = at(decoded, 'services')?.origin ?? decoded.origin;
  return onlyNecessary(withEntry(decoded, 'services', mapping(origin, services)), new Map(services).values());
}

/** A network that a service of another profile joins is not unused. */
function noteUnused(model: Node, { enabled, disabled }: ServiceSets, report: Report): void {
  const used = usedBy([...enabled.values(), ...disabled.values()]).networks;
  for (const [key, network] of entriesOf(at(model, 'networks'))) {
    if (used.has(key) || key.startsWith('x-')) continue;
    report.note('CMP021', 'info', network.origin, `No service joins the network ${key}, so it is not made. Remove it.`);
  }
}

/** `docker compose` takes the profiles of the environment where none are given. */
function profilesOf(environment: Environment): string[] {
  return (environment.get('COMPOSE_PROFILES') ?? '').split(',').map((profile) => profile.trim());
}

/** The services that profiles switch on, and the others, in alphabetical order. */
function switched(model: Node, active: readonly string[]): ServiceSets {
  const services = [...entriesOf(at(model, 'services'))].sort(([a], [b]) => compareText(a, b));
  const isOn = (service: Node): boolean => {
    const profiles = itemsOf(at(service, 'profiles'));
    if (profiles.length === 0 || active.includes('*')) return true;
    return profiles.some((profile) => active.includes(stringOf(profile) ?? ''));
  };
  return {
    enabled: new Map(services.filter(([, service]) => isOn(service))),
    disabled: new Map(services.filter(([, service]) => !isOn(service))),
  };
}

/** The one place where a spent budget is caught: it ends the loading of this project, and of no other. */
function within<T>(report: Report, load: () => T): T | undefined {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
    const { message, origin } = error;
    report.refuse('YML006', origin, message);
    return undefined;
  }
}
