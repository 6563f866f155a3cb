/** All trap tables, by subject. */
import { ADDRESSES } from './addresses.ts';
import { DEFAULTS } from './defaults.ts';
import { POD_ADDRESSES } from './pod-addresses.ts';
import { PODS } from './pods.ts';
import { PORTS } from './ports.ts';
import { SELECTORS } from './selectors.ts';
import { SIDES } from './sides.ts';
import type { Trap } from './trap.ts';

export const TRAPS: readonly (readonly [subject: string, traps: readonly Trap[]])[] = [
  ['defaults and emptiness', DEFAULTS],
  ['selectors', SELECTORS],
  ['union and sides', SIDES],
  ['addresses', ADDRESSES],
  ['addresses of pods', POD_ADDRESSES],
  ['ports', PORTS],
  ['special pods', PODS],
];
