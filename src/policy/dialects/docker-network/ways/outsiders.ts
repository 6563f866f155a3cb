/**
 * What holds for those that no file declares. Nothing in the files filters what the host and the machines of its
 * network send, so that the destination decides; and only what is meant by a way can be reached by it.
 */

import type { Origin } from '../../../../ingest/document.ts';
import type { DockerManner } from '../../../way.ts';
import { allows, type Entry, type Judged, shut } from '../cause.ts';
import { EVERYONE, HOST, INTERNET, LAN, only, peers } from '../peers.ts';

type Outsider = typeof HOST | typeof LAN | typeof INTERNET;

interface Part {
  /** Who dials, and whom: everyone, or those named. */
  readonly from: Readonly<Partial<Record<Outsider, readonly Outsider[] | 'everyone'>>>;
  /** Who can be dialled. */
  readonly to: readonly Outsider[];
}

const PARTS: Readonly<Record<DockerManner, Part>> = {
  direct: { from: { [HOST]: 'everyone', [LAN]: 'everyone' }, to: [] },
  published: { from: { [HOST]: 'everyone', [LAN]: 'everyone' }, to: [] },
  loopback: { from: { [HOST]: 'everyone' }, to: [] },
  'host-process': { from: { [HOST]: [HOST], [LAN]: [HOST] }, to: [HOST] },
  egress: { from: { [HOST]: [LAN, INTERNET] }, to: [LAN, INTERNET] },
};

/** `origin`: where the project is, for want of an entry that speaks of them. */
export function outsiders(via: DockerManner, origin: Origin): Judged[] {
  return ([HOST, LAN, INTERNET] as const).map((id) => outsider(id, PARTS[via], origin));
}

function outsider(id: Outsider, { from, to }: Part, origin: Origin): Judged {
  const subject = only(id);
  const named = (text: string): Entry => ({ kind: 'peer', name: id, origin, text });
  const dials = from[id];
  const dialled = dials === 'everyone' ? EVERYONE : dials && only(...dials);
  const free = named(`no file filters what ${id} sends`);
  const open = named(`no file filters what reaches ${id}`);
  const other = named(`that is no way to or from ${id}`);
  return {
    allows: [
      ...(dialled ? [allows(free, { subject, direction: 'egress', peers: peers(dialled) })] : []),
      ...(to.includes(id) ? [allows(open, { subject, direction: 'ingress', peers: peers(EVERYONE) })] : []),
    ],
    denies: [],
    ends: [shut(other, subject, 'egress'), shut(other, subject, 'ingress')],
  };
}
