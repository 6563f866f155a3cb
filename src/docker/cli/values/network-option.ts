/**
 * The values of `--network`: a name, or the long form `name=…,alias=…,ip=…,ip6=…,link-local-ip=…,mac-address=…,
 * driver-opt=…,gw-priority=…` (https://docs.docker.com/reference/cli/docker/container/run/#network). The docker
 * command reads the long form in lower case, names and values too.
 */

import type { Flag } from '../flags/parse-flags.ts';
import { csvFields } from './csv.ts';
import { cut } from './split.ts';

export interface NetworkOption {
  readonly name: string;
  readonly flag: Flag;
  readonly aliases: readonly string[];
  readonly ip?: string;
  readonly ip6?: string;
  readonly mac?: string;
  readonly linkLocal: readonly string[];
  readonly driverOpts: ReadonlyMap<string, string>;
  readonly gwPriority: number;
  /** Whether a capital letter was lost. */
  readonly lowered: boolean;
}

type Draft = { -readonly [K in keyof NetworkOption]: NetworkOption[K] } & {
  readonly aliases: string[];
  readonly linkLocal: string[];
  readonly driverOpts: Map<string, string>;
};

/** The option, or why it is none. */
export function parseNetworkOption(flag: Flag): NetworkOption | string {
  const { value } = flag;
  const draft: Draft = {
    name: value,
    flag,
    aliases: [],
    linkLocal: [],
    driverOpts: new Map(),
    gwPriority: 0,
    lowered: false,
  };
  // The text of a variable that is not known must stay as it is, to be the same everywhere.
  const isKnown = flag.from.unknown.length === 0;
  const isLong = isKnown ? /\w=\w/.test(value) : /^[\w-]+=/.test(value);
  if (!isLong) return value.trim() === '' ? 'the name of the network is missing' : draft;
  const fields = csvFields(value);
  if (!fields) return 'a double quote is out of place';
  draft.name = '';
  for (const field of fields) {
    const text = isKnown ? field.toLowerCase() : field;
    draft.lowered ||= text !== field;
    const fault = setField(draft, text);
    if (fault) return fault;
  }
  return draft.name === '' ? 'name= is missing' : draft;
}

function setField(draft: Draft, field: string): string | undefined {
  const [key, value] = cut(field, '=')?.map((part) => part.trim()) ?? ['', ''];
  switch (key) {
    case 'name':
      draft.name = value ?? '';
      return undefined;
    case 'alias':
      draft.aliases.push(value ?? '');
      return undefined;
    case 'ip':
    case 'ip6':
      draft[key] = value ?? '';
      return undefined;
    case 'mac-address':
      draft.mac = value ?? '';
      return undefined;
    case 'link-local-ip':
      draft.linkLocal.push(value ?? '');
      return undefined;
    case 'driver-opt':
      return setDriverOption(draft.driverOpts, value ?? '');
    case 'gw-priority':
      draft.gwPriority = Number(value);
      return /^[+-]?\d{1,9}$/.test(value ?? '') ? undefined : 'gw-priority is a whole number';
    default:
      return `it has no field ${(key || field).slice(0, 40)}`;
  }
}

/** Adds `key=value`; a text where it is none. */
export function setDriverOption(options: Map<string, string>, text: string): string | undefined {
  const pair = cut(text, '=');
  if (!pair || pair[0].trim() === '') return 'driver-opt needs key=value';
  options.set(pair[0].trim(), pair[1].trim());
  return undefined;
}

/** Whether a name means a network that somebody made, and none of the engine's own or another container's. */
export function isUserDefined(name: string): boolean {
  return !['default', 'bridge', 'host', 'none'].includes(name) && !name.startsWith('container:');
}
