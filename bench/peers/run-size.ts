/** One size of cluster: both tools in turns on the same files, the medians of their CPU times, and their answers compared. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../harness/statistics.ts';
import { compareAnswers } from './compare.ts';
import { type PeerSize, peerInput } from './peer-input.ts';
import { readOurAnswer } from './read-ours.ts';
import { readPeerAnswer } from './read-peer.ts';
import { type DifferenceGroup, groupDifferences } from './reasons.ts';
import { type TimedRun, timed } from './timed.ts';

export interface SizeResult {
  readonly workloads: number;
  readonly runs: number;
  /** Medians of CPU seconds of whole processes, and of a Node process that does nothing. */
  readonly seconds: Readonly<Record<'peer' | 'ours' | 'empty', number>>;
  /** What the peer says to the files as the generator wrote them, where it refuses them. */
  readonly refusal: string | undefined;
  readonly rewrittenRules: number;
  readonly asWritten: Agreement;
  /** Once more with every workload on the pod network. */
  readonly podNetwork: Agreement;
}

export interface Agreement {
  readonly compared: number;
  readonly differences: readonly DifferenceGroup[];
}

export interface SizeRequest {
  readonly size: PeerSize;
  readonly runs: number;
  readonly folder: string;
  readonly programs: Readonly<Record<'peer' | 'ours', string>>;
}

export function runSize({ size, runs, folder, programs }: SizeRequest): SizeResult {
  const { asGenerated, accepted, rewrittenRules, podNetwork } = peerInput(folder, size);
  const outputs = { peer: join(folder, 'peer.json'), ours: join(folder, 'ours.ndjson'), empty: join(folder, 'empty') };
  const peer = (input: string) => {
    const command = [programs.peer, 'list', '--quiet', '--dirpath', input, '--output', 'json'];
    return timed(outputs.peer, command);
  };
  const ours = (input: string) => timed(outputs.ours, [process.execPath, programs.ours, 'folder', input]);
  const empty = () => timed(outputs.empty, [process.execPath, programs.ours, 'empty']);
  const seconds: Record<keyof typeof outputs, number[]> = { peer: [], ours: [], empty: [] };
  for (let run = 0; run < runs; run++) {
    seconds.peer.push(required(peer(accepted)));
    seconds.ours.push(required(ours(accepted)));
    seconds.empty.push(required(empty()));
  }
  const asWritten = agreement(outputs);
  required(peer(podNetwork));
  required(ours(podNetwork));
  return {
    workloads: size[0],
    runs,
    seconds: { peer: median(seconds.peer), ours: median(seconds.ours), empty: median(seconds.empty) },
    asWritten,
    podNetwork: agreement(outputs),
    refusal: peer(asGenerated).failure,
    rewrittenRules,
  };
}

function agreement(outputs: Readonly<Record<'peer' | 'ours', string>>): Agreement {
  const { answer, hostNetwork } = readOurAnswer(readFileSync(outputs.ours, 'utf8'));
  const { compared, differences } = compareAnswers(answer, readPeerAnswer(readFileSync(outputs.peer, 'utf8')));
  return { compared, differences: groupDifferences(differences, { hostNetwork }) };
}

function required({ seconds, failure }: TimedRun): number {
  if (failure !== undefined) throw new Error(failure);
  return seconds;
}
