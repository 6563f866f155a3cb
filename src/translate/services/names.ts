/**
 * Which names lead to which pods. A name of Docker is what some service resolves: its own key, `container_name`,
 * `hostname`, aliases, aliases of links. Names of a namespace resolve for everyone in it, so that one which Docker hides
 * from some, or means differently, is a loss
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services).
 */

import type { Origin } from '../../ingest/document.ts';
import { dnsName } from '../../util/dns-name.ts';
import { compareText, entryOf } from '../../util/ordering.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';

export interface LedName {
  /** The name of the Service. */
  readonly name: string;
  /** As it is written. */
  readonly written: readonly string[];
  /** Whom it means, in order of names. */
  readonly units: readonly Unit[];
}

/** In order of names. */
export function ledNames(plan: Plan): LedName[] {
  const found = new Map<string, { readonly written: Set<string>; readonly units: Set<Unit> }>();
  for (const written of plan.docker.names) {
    const name = plan.names.get(written) ?? dnsName(written, 'name');
    const entry = entryOf(found, name, () => ({ written: new Set<string>(), units: new Set<Unit>() }));
    entry.written.add(written);
    for (const unit of targetsOf(plan, written)) entry.units.add(unit);
  }
  const led = [...found].map(([name, { written, units }]): LedName => {
    return { name, written: [...written], units: plan.units.filter((unit) => units.has(unit)) };
  });
  return led.filter(({ units }) => units.length > 0).sort((a, b) => compareText(a.name, b.name));
}

/** Everyone whom somebody means by it. */
function targetsOf({ units, docker }: Plan, name: string): Set<Unit> {
  const meant = new Set(
    units.flatMap(({ services }) => services.flatMap((service) => docker.resolve(service.name, name))),
  );
  return new Set(units.filter(({ root }) => meant.has(root.name)));
}

/** What is not as in Docker about the names. */
export function noteNames(plan: Plan, led: readonly LedName[]): void {
  for (const { name, written, units } of led) {
    const [target] = units;
    if (!target) continue;
    for (const text of written) {
      if (text.toLowerCase() !== name) noteRenamed(plan, { text, name, target });
      noteVisibility(plan, { text, target, meant: units.map(({ root }) => root.name) });
    }
  }
}

interface Renamed {
  readonly text: string;
  readonly name: string;
  readonly target: Unit;
}

function noteRenamed(plan: Plan, { text, name, target }: Renamed): void {
  const mentions = [...plan.project.services.values()].flatMap((service) => mentionsOf(service, text));
  const where = mentions.slice(0, 5).map((origin) => plan.at(origin));
  const advice = where.length > 0 ? ` It is mentioned at ${where.join(', ')}.` : '';
  const reason = `The name ${text} is no DNS label, so that ${target.root.name} is called ${name}.${advice}`;
  const claims = [{ kind: 'name' as const, name: text }];
  lose(plan, target.root, {
    code: 'L3',
    attribute: 'name',
    reason,
    severity: 'warning',
    origin: target.root.origin,
    claims,
  });
}

/** Where other settings speak of a name. */
function mentionsOf({ environment, command, origin }: Unit['root'], name: string): Origin[] {
  const isMentioned = (text: string) => text.split(/[^A-Za-z0-9_.-]+/).includes(name);
  const variables = [...environment.values()].filter(({ value }) => value !== null && isMentioned(value));
  const words = command?.some(isMentioned) ? [{ document: origin.document, pointer: `${origin.pointer}/command` }] : [];
  return [...variables.map((variable) => variable.origin), ...words];
}

interface Visible {
  readonly text: string;
  readonly target: Unit;
  readonly meant: readonly string[];
}

/** Who would not resolve it in Docker, and who would mean someone else by it. */
function noteVisibility(plan: Plan, { text, target, meant }: Visible): void {
  const blind: string[] = [];
  const others: string[] = [];
  for (const { services, space } of plan.units) {
    const asks = space.kind === 'networks' || space.kind === 'host';
    if (!asks && !(space.kind === 'unknown' && plan.options.policies === 'none')) continue;
    for (const { name } of services) {
      const own = plan.docker.resolve(name, text);
      if (own.length === 0) blind.push(name);
      else if (own.length < meant.length) others.push(name);
    }
  }
  if (others.length > 0) {
    const claims = others.map((name) => ({ kind: 'name' as const, from: name, name: text }));
    const reason = `${text} means ${meant.join(', ')} in the cluster, whoever asks; in Docker ${others.join(', ')} mean only some of them by it.`;
    lose(plan, target.root, { code: 'L21', attribute: 'networks', reason, severity: 'error', claims });
  }
  if (blind.length > 0) {
    const claims = blind.map((name) => ({ kind: 'name' as const, from: name, name: text }));
    const reason = `${text} resolves for ${listed(blind)} too, which Docker hides it from.`;
    lose(plan, target.root, { code: 'L2', attribute: 'networks', reason, severity: 'info', claims });
  }
}

const SHOWN = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
