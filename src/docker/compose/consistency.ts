/**
 * What the loader checks of the whole project, once profiles have been applied: that what is referred to exists, that
 * attributes agree, that no dependencies go in a circle (https://docs.docker.com/reference/compose-file/services/).
 * A service of which something was refused already is left alone: what rests on a fault is no second fault.
 */

import { pushTo } from '../../util/ordering.ts';
import { at, entriesOf, isNull, itemsOf, type Node, stringOf } from './node.ts';
import { type Report, shown } from './report.ts';
import { checkAgreement, scaleOf } from './service-agreement.ts';
import { checkCycles } from './service-cycles.ts';

export interface ServiceSets {
  readonly enabled: ReadonlyMap<string, Node>;
  /** Those that no active profile switches on. */
  readonly disabled: ReadonlyMap<string, Node>;
}

interface Context extends ServiceSets {
  readonly model: Node;
  readonly report: Report;
}

export function checkConsistency(model: Node, sets: ServiceSets, report: Report): void {
  const faulty = faultyServices(report);
  const context = { model, report, ...sets };
  for (const [name, service] of sets.enabled) {
    if (faulty.has(name)) continue;
    checkImage(service, context);
    checkNetworks(name, service, context);
    checkDependencies(name, service, context);
    checkReferences(service, context);
    checkContexts(service, context);
    checkAgreement(service, report);
    checkMounts(service, report);
  }
  checkSecretSources(model, report);
  checkContainerNames(sets.enabled, report);
  checkCycles(sets.enabled, report);
}

function faultyServices(report: Report): ReadonlySet<string> {
  return new Set(
    report.findings.flatMap(({ refused, resource }) =>
      refused && resource?.kind === 'service' ? [resource.name] : [],
    ),
  );
}

function isGiven(node: Node | undefined): boolean {
  return node !== undefined && !isNull(node) && stringOf(node) !== '';
}

function checkImage(service: Node, { report }: Context): void {
  if (isGiven(at(service, 'image')) || isGiven(at(service, 'build')) || isGiven(at(service, 'provider'))) return;
  report.refuse('CMP040', service.origin, 'The service has neither an image nor a build. Give it one.');
}

function checkNetworks(name: string, service: Node, { model, report }: Context): void {
  const mode = at(service, 'network_mode');
  const networks = entriesOf(at(service, 'networks'));
  if (isGiven(mode) && networks.size > 0) {
    const message = `The service ${name} has network_mode and networks, which exclude each other. Remove one.`;
    report.refuse('CMP007', mode?.origin ?? service.origin, message);
  }
  const known = entriesOf(at(model, 'networks'));
  for (const [key, attachment] of networks) {
    if (known.has(key)) continue;
    const message = `The service ${name} joins the network ${key}, which no file defines. Define it under networks.`;
    report.refuse('CMP006', attachment.origin, message);
  }
}

function checkDependencies(name: string, service: Node, { enabled, disabled, report }: Context): void {
  for (const [target, dependency] of entriesOf(at(service, 'depends_on'))) {
    if (enabled.has(target)) continue;
    const required = at(dependency, 'required');
    const isOptional = required?.kind === 'scalar' && required.value === false;
    if (disabled.has(target) && isOptional) continue;
    const why = disabled.has(target) ? 'which no active profile switches on' : 'which no file defines';
    report.refuse('CMP006', dependency.origin, `The service ${name} needs the service ${target}, ${why}.`);
  }
}

/** Attributes of a service that name entries of the project. */
function checkReferences(service: Node, { model, report }: Context): void {
  const check = (section: string, noun: string, named: Node | undefined): void => {
    const key = stringOf(named);
    if (!named || key === undefined || key === '' || entriesOf(at(model, section)).has(key)) return;
    report.refuse('CMP041', named.origin, `The ${noun} ${shown(named)} is not defined. Define it under ${section}.`);
  };
  for (const volume of itemsOf(at(service, 'volumes'))) {
    if (stringOf(at(volume, 'type')) === 'volume') check('volumes', 'volume', at(volume, 'source'));
  }
  for (const secret of itemsOf(at(at(service, 'build'), 'secrets'))) check('secrets', 'secret', at(secret, 'source'));
  for (const secret of itemsOf(at(service, 'secrets'))) check('secrets', 'secret', at(secret, 'source'));
  for (const config of itemsOf(at(service, 'configs'))) check('configs', 'config', at(config, 'source'));
  for (const [key, use] of entriesOf(at(service, 'models'))) {
    if (entriesOf(at(model, 'models')).has(key)) continue;
    report.refuse('CMP041', use.origin, `The model ${key} is not defined. Define it under models.`);
  }
}

/** Images of other services that a build uses. */
function checkContexts(service: Node, { enabled, report }: Context): void {
  for (const [key, context] of entriesOf(at(at(service, 'build'), 'additional_contexts'))) {
    const words = stringOf(context) ?? '';
    if (!words.startsWith('service:')) continue;
    const target = enabled.get(words.slice('service:'.length));
    if (target && isGiven(at(target, 'build'))) continue;
    const why = target ? 'is not built' : 'is not defined or not switched on';
    report.refuse('CMP041', context.origin, `The build context ${key} names a service that ${why}.`);
  }
}

function checkMounts(service: Node, report: Report): void {
  const taken = new Set<string>();
  const take = (path: string | undefined, node: Node): void => {
    if (path === undefined) return;
    if (taken.has(path))
      report.refuse('CMP042', node.origin, 'Something else is mounted at the same path already. Remove one.');
    taken.add(path);
  };
  for (const tmpfs of itemsOf(at(service, 'tmpfs'))) take(stringOf(tmpfs)?.split(':')[0], tmpfs);
  for (const volume of itemsOf(at(service, 'volumes'))) take(stringOf(at(volume, 'target')) ?? '', volume);
}

function checkSecretSources(model: Node, report: Report): void {
  const faulty = new Set(
    report.findings.flatMap(({ refused, resource }) => (refused && resource?.kind === 'secret' ? [resource.name] : [])),
  );
  for (const [name, secret] of entriesOf(at(model, 'secrets'))) {
    const external = at(secret, 'external');
    const isExternal = external?.kind === 'scalar' && external.value === true;
    if (faulty.has(name) || isExternal || isGiven(at(secret, 'file')) || isGiven(at(secret, 'environment'))) continue;
    report.refuse(
      'CMP044',
      secret.origin,
      'The secret has no source. Give it a file or the name of an environment variable.',
    );
  }
}

function checkContainerNames(services: ReadonlyMap<string, Node>, report: Report): void {
  const owners = new Map<string, string[]>();
  for (const [name, service] of services) {
    const containerName = stringOf(at(service, 'container_name')) ?? '';
    if (containerName !== '') pushTo(owners, containerName, name);
  }
  for (const [name, service] of services) {
    const own = at(service, 'container_name');
    const sharing = owners.get(stringOf(own) ?? '') ?? [];
    const other = sharing.find((owner) => owner !== name);
    if (!own) continue;
    if (other !== undefined) {
      const message = `The service ${other} has the same container_name. Names of containers are unique on a host.`;
      report.refuse('CMP023', own.origin, message);
    }
    if (sharing.length === 0 || scaleOf(service) <= 1) continue;
    const message = 'A service with a container_name can have one container only. Remove the name, or the scale.';
    report.refuse('CMP023', own.origin, message);
  }
}
