/**
 * What the loader adds once everything is merged: the `default` network where a service joins no other, dependencies
 * that other attributes imply, real names of networks, volumes, configs and secrets
 * (https://docs.docker.com/reference/compose-file/networks/#the-default-network).
 */

import type { Origin } from '../../ingest/document.ts';
import {
  at,
  entriesOf,
  isNull,
  itemsOf,
  type MappingNode,
  mapChildren,
  mapping,
  type Node,
  scalar,
  stringOf,
  text,
  withEntry,
} from './node.ts';
import { cleanPath } from './paths.ts';
import { buildArguments } from './sequences.ts';
import type { Environment } from './session.ts';

export interface NormalContext {
  readonly projectName: string;
  readonly environment: Environment;
}

export function normalize(model: MappingNode, context: NormalContext): MappingNode {
  const services = entriesOf(at(model, 'services'));
  const origin = at(model, 'services')?.origin ?? model.origin;
  const normal = [...services].map(([name, service]) => [name, normalService(service, context)] as const);
  const joins = normal.some(([, service]) => entriesOf(at(service, 'networks')).has('default'));
  const networks = new Map(entriesOf(at(model, 'networks')));
  if (joins && !networks.has('default')) networks.set('default', scalar(origin, null));
  let whole = withEntry(model, 'name', text(at(model, 'name')?.origin ?? model.origin, context.projectName));
  if (at(model, 'services')) whole = withEntry(whole, 'services', mapping(origin, normal));
  if (networks.size > 0)
    whole = withEntry(whole, 'networks', mapping(at(model, 'networks')?.origin ?? origin, networks));
  return named(whole, context.projectName);
}

function normalService(service: Node, { environment }: NormalContext): Node {
  if (service.kind !== 'mapping') return service;
  const steps = [
    joinDefault,
    normalPolicy,
    (own: MappingNode) => normalBuild(own, environment),
    cleanTargets,
    implyDependencies,
    inheritImage,
  ];
  return steps.reduce((own, step) => step(own), service);
}

function joinDefault(service: MappingNode): MappingNode {
  if (service.entries.has('provider') || service.entries.has('network_mode')) return service;
  const networks = at(service, 'networks');
  if (networks && entriesOf(networks).size > 0) return service;
  const origin = networks?.origin ?? service.origin;
  return withEntry(service, 'networks', mapping(origin, [['default', scalar(origin, null)]]));
}

function normalPolicy(service: MappingNode): MappingNode {
  const policy = at(service, 'pull_policy');
  if (!policy || stringOf(policy) !== 'if_not_present') return service;
  return withEntry(service, 'pull_policy', text(policy.origin, 'missing'));
}

function normalBuild(service: MappingNode, environment: Environment): MappingNode {
  const build = at(service, 'build');
  if (build?.kind !== 'mapping') return service;
  const { origin } = build;
  const missing = (key: string) => !build.entries.has(key) || isNull(at(build, key));
  let whole = missing('context') ? withEntry(build, 'context', text(origin, '.')) : build;
  if (missing('dockerfile') && missing('dockerfile_inline'))
    whole = withEntry(whole, 'dockerfile', text(origin, 'Dockerfile'));
  const args = at(whole, 'args');
  if (args)
    whole = withEntry(
      whole,
      'args',
      buildArguments(args, (name) => environment.get(name)),
    );
  return withEntry(service, 'build', whole);
}

function cleanTargets(service: MappingNode): MappingNode {
  const volumes = at(service, 'volumes');
  if (!volumes) return service;
  const clean = (volume: Node): Node => {
    const target = at(volume, 'target');
    const path = stringOf(target);
    if (volume.kind !== 'mapping' || !target || path === undefined) return volume;
    return withEntry(volume, 'target', text(target.origin, cleanPath(path), target.kind === 'scalar' && target.filled));
  };
  return withEntry(service, 'volumes', mapChildren(volumes, clean));
}

const NAMESPACES: readonly string[] = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

/** Who shares a namespace or a volume of a service, or links to it, starts after it. */
function implyDependencies(service: MappingNode): MappingNode {
  const known = at(service, 'depends_on');
  const entries = new Map(entriesOf(known));
  const imply = (name: string, origin: Origin, restart: boolean): void => {
    if (!entries.has(name)) entries.set(name, dependency(origin, restart));
  };
  for (const link of itemsOf(at(service, 'links'))) {
    const words = stringOf(link) ?? '';
    const parts = words.split(':');
    imply(parts.length === 2 ? (parts[0] ?? '') : words, link.origin, true);
  }
  for (const key of NAMESPACES) {
    const shared = at(service, key);
    const words = stringOf(shared) ?? '';
    if (shared && words.startsWith('service:')) imply(words.slice('service:'.length), shared.origin, true);
  }
  for (const from of itemsOf(at(service, 'volumes_from'))) {
    const words = stringOf(from) ?? '';
    if (!words.startsWith('container:')) imply(words.split(':')[0] ?? '', from.origin, false);
  }
  return entries.size === 0
    ? service
    : withEntry(service, 'depends_on', mapping(known?.origin ?? service.origin, entries));
}

function dependency(origin: Origin, restart: boolean): Node {
  return mapping(origin, [
    ['condition', text(origin, 'service_started')],
    ['restart', scalar(origin, restart)],
    ['required', scalar(origin, true)],
  ]);
}

function inheritImage(service: MappingNode): MappingNode {
  const [hooks, image] = [at(service, 'pre_start'), at(service, 'image')];
  if (!hooks || !image || stringOf(image) === '') return service;
  const inherit = (hook: Node) =>
    hook.kind === 'mapping' && !hook.entries.has('image') ? withEntry(hook, 'image', image) : hook;
  return withEntry(service, 'pre_start', mapChildren(hooks, inherit));
}

const NAMED: readonly string[] = ['networks', 'volumes', 'configs', 'secrets'];

/** An entry without a name is known by its key: as it is where it is external, behind the project's name otherwise. */
function named(model: MappingNode, projectName: string): MappingNode {
  return NAMED.reduce((whole, section) => {
    const entries = at(whole, section);
    if (!entries) return whole;
    const complete = (entry: Node, key: string): Node => {
      const own = entry.kind === 'mapping' ? entry : mapping(entry.origin);
      if (own.entries.has('name') && !isNull(at(own, 'name'))) return own;
      const external = at(own, 'external');
      const isExternal = external?.kind === 'scalar' && external.value === true;
      return withEntry(own, 'name', text(own.origin, isExternal ? key : `${projectName}_${key}`));
    };
    return withEntry(whole, section, mapChildren(entries, complete));
  }, model);
}
