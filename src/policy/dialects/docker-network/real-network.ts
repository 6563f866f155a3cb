/**
 * Networks as the engine knows them, by their real names: two keys with one name are one network, also across projects
 * (https://docs.docker.com/reference/compose-file/networks/#name). What is said where a network is made counts; of one
 * that is only named nothing is known, and it is taken for a bridge with default options.
 */

import type { Network } from '../../../docker/network.ts';
import type { Placed } from '../../../docker/placed.ts';
import type { Project } from '../../../docker/project.ts';
import type { Origin } from '../../../ingest/document.ts';
import type { EngineTraits } from './engine.ts';

/**
 * `lan`: macvlan and ipvlan, whose members are on the host's own network with addresses of their own. `other`: a driver
 * or a mode of one that is not modelled, so that what passes over it is unknown.
 */
export type NetworkKind = 'bridge' | 'lan' | 'overlay' | 'other';

/** https://docs.docker.com/engine/network/port-publishing/#gateway-modes */
export type GatewayMode = 'nat' | 'nat-unprotected' | 'routed' | 'isolated';

export interface RealNetwork {
  readonly name: string;
  /** Where it is made, or named; absent for the engine's own. */
  readonly origin?: Origin;
  /** No file shows how it is made. */
  readonly isAssumed: boolean;
  readonly kind: NetworkKind;
  /** The driver by its name, with its mode where that is why it is not modelled. */
  readonly driver: string;
  readonly driverOrigin?: Origin;
  /** The entry that makes it internal; absent where it is not. */
  readonly internal?: Origin | undefined;
  /** The entry that forbids its members to talk to each other; absent where they may. */
  readonly iccOff?: Origin | undefined;
  readonly mode: GatewayMode;
  readonly modeOrigin?: Origin | undefined;
  /** Host interfaces behind which container addresses are reachable. */
  readonly trusted?: Origin | undefined;
  /** Where ports are published that name no address. */
  readonly binding?: string | undefined;
  readonly hasIpv4: boolean;
  readonly hasIpv6: boolean;
}

const BRIDGE = 'com.docker.network.bridge.';

/** What every network is until something is said of it. */
const PLAIN = {
  kind: 'bridge',
  driver: 'bridge',
  mode: 'nat',
  isAssumed: true,
  hasIpv4: true,
  hasIpv6: false,
} as const;

/** All networks of the projects, by real name. */
export class RealNetworks {
  readonly #byName = new Map<string, RealNetwork>();

  constructor(projects: readonly Project[], traits: EngineTraits) {
    const declared = projects.flatMap(({ networks }) => [...networks.values()]);
    for (const network of declared.filter(({ external }) => !external)) {
      if (!this.#byName.has(network.name)) this.#byName.set(network.name, realNetwork(network, traits));
    }
    for (const { name, origin } of declared) {
      if (!this.#byName.has(name)) this.#byName.set(name, { ...PLAIN, name, origin });
    }
  }

  /** A network that nobody declares exists outside the files, as the engine's own `bridge` does. */
  named(name: string): RealNetwork {
    return this.#byName.get(name) ?? { ...PLAIN, name };
  }

  get all(): readonly RealNetwork[] {
    return [...this.#byName.values()];
  }
}

function realNetwork(network: Network, traits: EngineTraits): RealNetwork {
  const { name, origin, driver, driver_opts: options } = network;
  const { kind, named } = kindOf(network);
  const mode = traits.hasGatewayModes && kind === 'bridge' ? modeOf(options) : undefined;
  const icc = options.get(`${BRIDGE}enable_icc`);
  return {
    name,
    origin,
    isAssumed: false,
    kind,
    driver: named,
    driverOrigin: driver?.origin ?? origin,
    internal: network.internal?.value === true ? network.internal.origin : undefined,
    iccOff: kind === 'bridge' && icc && isFalse(icc.value) ? icc.origin : undefined,
    mode: mode?.value ?? 'nat',
    modeOrigin: mode?.origin,
    trusted: traits.hasGatewayModes ? options.get(`${BRIDGE}trusted_host_interfaces`)?.origin : undefined,
    binding: options.get(`${BRIDGE}host_binding_ipv4`)?.value,
    hasIpv4: network.enable_ipv4?.value !== false,
    hasIpv6: network.enable_ipv6?.value === true,
  };
}

/** Go's strconv.ParseBool, with which the engine reads the option. */
function isFalse(text: string): boolean {
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text);
}

const MODES: readonly GatewayMode[] = ['nat', 'nat-unprotected', 'routed', 'isolated'];

function modeOf(options: Network['driver_opts']): Placed<GatewayMode> | undefined {
  const option = options.get(`${BRIDGE}gateway_mode_ipv4`);
  const value = MODES.find((mode) => mode === option?.value);
  return option && value ? { value, origin: option.origin } : undefined;
}

/** The modes of macvlan and ipvlan in which members and the LAN meet without a filter. */
const OPEN_MODES: Readonly<Record<string, readonly [option: string, mode: string]>> = {
  macvlan: ['macvlan_mode', 'bridge'],
  ipvlan: ['ipvlan_mode', 'l2'],
};

function kindOf({ driver, driver_opts: options }: Network): { kind: NetworkKind; named: string } {
  const name = driver?.value ?? 'bridge';
  if (name === 'bridge' || name === 'default' || name === '') return { kind: 'bridge', named: 'bridge' };
  if (name === 'overlay') return { kind: 'overlay', named: name };
  const known = Object.hasOwn(OPEN_MODES, name) ? OPEN_MODES[name] : undefined;
  if (!known) return { kind: 'other', named: name };
  const [option, open] = known;
  const mode = options.get(option)?.value ?? open;
  return mode === open
    ? { kind: 'lan', named: name }
    : { kind: 'other', named: `${name} in mode ${mode.slice(0, 40)}` };
}
