/** Why two answers differ: the known conventions of the peer, asked one after the other. */

import { formatV4 } from '../../src/algebra/cidr.ts';
import { formatConnections, isEmpty } from '../../src/algebra/connection-set.ts';
import { CONTROLLER, type OpenPorts, OUTSIDE } from './answer.ts';
import type { Difference } from './compare.ts';

/** What a difference is judged by, beside itself. */
export interface Circumstances {
  /** Ids of workloads that share the network of their node. */
  readonly hostNetwork: ReadonlySet<string>;
}

interface Reason {
  readonly title: string;
  readonly applies: (difference: Difference, circumstances: Circumstances) => boolean;
}

const REASONS: readonly Reason[] = [
  {
    title:
      'An end is on the host network: the peer does not read `hostNetwork` and judges it as a pod; here no policy selects it, and what its own node may do is unknown',
    applies: ({ from, to }, { hostNetwork }) => hostNetwork.has(from) || hostNetwork.has(to),
  },
  {
    title:
      'From the ingress controller: the peer takes it for a pod that no selector means, and leaves out what policies may or may not admit; here that is unknown',
    applies: ({ from, ours, theirs }) =>
      from === CONTROLLER && isEmpty(theirs.allow) && isEmpty(ours.allow) && !isEmpty(ours.unknown),
  },
];

export const UNEXPLAINED = 'Not explained';
const EXAMPLES = 2;

export interface DifferenceGroup {
  readonly title: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export function groupDifferences(found: readonly Difference[], circumstances: Circumstances): DifferenceGroup[] {
  const titleOf = (difference: Difference) =>
    REASONS.find(({ applies }) => applies(difference, circumstances))?.title ?? UNEXPLAINED;
  return [...Map.groupBy(found, titleOf)].map(([title, all]) => ({
    title,
    count: all.length,
    examples: all.slice(0, EXAMPLES).map(describe),
  }));
}

function describe({ from, to, first, last, ours, theirs }: Difference): string {
  const range = `${formatV4(first)}-${formatV4(last)}`;
  const name = (id: string) => (id === OUTSIDE ? range : id);
  return `${name(from)} to ${name(to)}: here ${portsText(ours)}, there ${portsText(theirs)}`;
}

function portsText({ allow, unknown }: OpenPorts): string {
  const known = formatConnections(allow);
  return isEmpty(unknown) ? known : `${known}, unknown ${formatConnections(unknown)}`;
}
