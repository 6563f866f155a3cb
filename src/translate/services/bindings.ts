/** By which door published ports are opened, and what of their bindings is not kept. */

import { ALL, type ConnectionSet, portRange, unionAll } from '../../algebra/connection-set.ts';
import { type Binding, isLoopback, LAN } from '../../policy/dialects/docker-network/index.ts';
import type { TranslateOptions } from '../options.ts';
import { entryAt, lose, type Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { isHttp } from './http.ts';

export type Door = TranslateOptions['expose'];

/** What kompose's label means by types of Services; the others are reached from inside only. */
const TYPES: Readonly<Record<string, Door>> = {
  loadbalancer: 'loadbalancer',
  nodeport: 'nodeport',
  clusterip: 'none',
  headless: 'none',
};

export function doorOf(plan: Plan, unit: Unit, open: readonly Binding[]): Door {
  const { labels } = unit.root;
  const label = labels.get('kompose.service.type')?.toLowerCase() ?? '';
  const asked = Object.hasOwn(TYPES, label) ? TYPES[label] : undefined;
  const isExposed = labels.get('kompose.service.expose') !== undefined;
  const door = asked ?? (isExposed ? 'ingress' : plan.options.expose);
  if (open.length > 0) noteDoor(plan, unit, { door, open, isLabelled: asked === 'none' });
  return door;
}

interface Opened {
  readonly door: Door;
  readonly open: readonly Binding[];
  readonly isLabelled: boolean;
}

function noteDoor(plan: Plan, unit: Unit, { door, open, isLabelled }: Opened): void {
  const { root } = unit;
  const led = open.find(isHttp)?.target.first;
  const isBehind = door === 'ingress' || door === 'gateway';
  const shut = door === 'none' ? open : isBehind ? open.filter((b) => !isHttp(b) || b.target.first !== led) : [];
  if (shut.length > 0) {
    const ports = unionAll(shut.map(portsOf));
    const claims = unit.services.map(({ name }) => ({ kind: 'reach' as const, from: LAN, to: name, narrower: ports }));
    const reason =
      door === 'none'
        ? `Nothing leads from outside to the published ports of ${root.name}, ${isLabelled ? 'by its label kompose.service.type' : 'as was asked for'}.`
        : `A controller leads to one TCP port of ${root.name}, ${led ?? 'and it has none'}; nothing leads to the others.`;
    const code = door !== 'none' ? 'L28' : isLabelled ? 'L27' : 'L30';
    lose(plan, root, { code, attribute: isLabelled ? 'labels' : 'ports', reason, severity: 'warning', claims });
  }
  if (door === 'nodeport') {
    const reason = `The ports of ${root.name} are open on every node, at numbers from 30000 to 32767.`;
    lose(plan, root, { code: 'L19', attribute: 'ports', reason, severity: 'info' });
  }
  if (isBehind) {
    const reason = `${root.name} is reached at the port and address of the controller, if it speaks HTTP.`;
    lose(plan, root, { code: 'L28', attribute: 'ports', reason, severity: 'info' });
  }
}

function portsOf({ protocol, target }: Binding): ConnectionSet {
  return portRange(protocol, target.first, target.last);
}

/** What Docker does with a binding, and the cluster does not, or in another way. */
export function noteBindings(plan: Plan, { root, services }: Unit, bindings: readonly Binding[]): void {
  for (const { state, address, published, origin, target } of bindings) {
    const about = { service: root.name, attribute: 'ports', origin } as const;
    if (state.kind === 'unknown') {
      const claims = services.map(({ name }) => ({ kind: 'reach' as const, to: name, wider: ALL, narrower: ALL }));
      const reason = `Whether port ${target.first} is published is not known: ${state.why}.`;
      lose(plan, root, { ...about, code: 'L29', reason, severity: 'warning', claims });
    } else if (state.kind === 'inactive') {
      const reason = `Port ${target.first} is not published, as in Docker: ${state.because.text}.`;
      lose(plan, root, { ...about, code: 'L22', reason, severity: 'info' });
    } else if (isLoopback(address)) {
      const reason = `Port ${target.first} was for the host alone, at ${address}; nothing leads to it from outside. kubectl port-forward gives it to one machine.`;
      lose(plan, root, { ...about, code: 'L8', reason, severity: 'info' });
    } else if (address !== undefined) {
      const reason = `Port ${target.first} was bound to ${address}; the cluster chooses the address, so that it may be reached at others.`;
      lose(plan, root, { ...about, code: 'L9', reason, severity: 'warning' });
    } else if (!published || published.first !== published.last) {
      const reason = `Which port of the host leads to ${target.first} was left to Docker; here it is ${target.first}.`;
      lose(plan, root, { ...about, code: 'L9', reason, severity: 'info' });
    }
  }
  if (bindings.some(({ state }) => state.kind === 'active')) {
    const reason = `Whether ${root.name} reaches itself by its own published port is for the cluster to say.`;
    lose(plan, root, { code: 'L18', attribute: 'ports', reason, severity: 'info', origin: entryAt(root, 'ports') });
  }
}
