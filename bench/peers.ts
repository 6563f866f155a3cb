/**
 * `npm run bench:peers [-- --sizes 100,300] [--runs 3] [--scratch FOLDER] [--write]`: netpol-analyzer `list` and this
 * service on the same YAML files, in fresh processes that take turns, and their two answers compared pair by pair.
 * Without Go there is nothing to compare with, which is no failure; a difference that nothing explains is one.
 */

import { parseArgs } from 'node:util';
import { bundleMeasured } from './harness/bundle.ts';
import { writeSection } from './harness/readme.ts';
import { openScratch } from './harness/scratch.ts';
import { buildPeer, goVersion, PEER_VERSION } from './peers/build-peer.ts';
import type { PeerSize } from './peers/peer-input.ts';
import { UNEXPLAINED } from './peers/reasons.ts';
import { peersReport } from './peers/report.ts';
import { runSize, type SizeResult } from './peers/run-size.ts';

const SIZES: readonly PeerSize[] = [
  [100, 50, 10],
  [300, 150, 30],
  [1000, 500, 60],
];

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,300,1000' },
    runs: { type: 'string', default: '3' },
    scratch: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const go = goVersion();
if (go === undefined)
  console.log('Go is not on this machine, so netpol-analyzer cannot be built: nothing is compared.');
else await compareWithPeer(go);

async function compareWithPeer(compiler: string): Promise<void> {
  const scratch = openScratch(values.scratch);
  try {
    console.error(`building netpol-analyzer ${PEER_VERSION} with ${compiler}, which takes minutes`);
    const programs = { peer: buildPeer(scratch.folder), ours: await bundleMeasured(scratch.folder) };
    const asked = values.sizes.split(',').map(Number);
    const results = SIZES.filter(([workloads]) => asked.includes(workloads)).map((size) => {
      console.error(`${size[0]} workloads, ${values.runs} runs each`);
      return runSize({ size, runs: Number(values.runs), folder: scratch.folder, programs });
    });
    const report = peersReport(results, compiler);
    console.log(report);
    if (values.write) writeSection('peers', report);
    if (results.some(isUnexplained)) process.exitCode = 1;
  } finally {
    scratch.close();
  }
}

function isUnexplained({ asWritten, podNetwork }: SizeResult): boolean {
  return [...asWritten.differences, ...podNetwork.differences].some(({ title }) => title === UNEXPLAINED);
}
