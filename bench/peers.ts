/**
 * `npm run bench:peers [-- --sizes 100,300] [--runs 3] [--scratch FOLDER] [--write]`: netpol-analyzer `list` and this
 * service on the same YAML files, in fresh processes that take turns, and their two answers compared pair by pair; a
 * difference that nothing explains is a failure. With `--projects FOLDER`: kompose and this service on the Compose
 * projects of that folder. With `--manifests FOLDER`: kube-score and `validate` on each folder of manifests in that folder.
 * Without Go there is nothing to compare with, which is no failure.
 */

import { parseArgs } from 'node:util';
import { bundleMeasured } from './harness/bundle.ts';
import { writeSection } from './harness/readme.ts';
import { openScratch } from './harness/scratch.ts';
import { compareLinters } from './linters/compare.ts';
import { buildPeer, goVersion, NETPOL_ANALYZER } from './peers/build-peer.ts';
import type { PeerSize } from './peers/peer-input.ts';
import { UNEXPLAINED } from './peers/reasons.ts';
import { peersReport } from './peers/report.ts';
import { runSize, type SizeResult } from './peers/run-size.ts';
import { compareTranslators } from './translators/compare.ts';

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
    projects: { type: 'string' },
    manifests: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const go = goVersion();
if (go === undefined) console.log('Go is not on this machine, so other tools cannot be built: nothing is compared.');
else if (values.projects !== undefined) compareWithKompose(values.projects, go);
else if (values.manifests !== undefined) await compareWithKubeScore(values.manifests, go);
else await compareWithPeer(go);

function compareWithKompose(projects: string, compiler: string): void {
  const scratch = openScratch(values.scratch);
  try {
    const report = compareTranslators(projects, scratch.folder, compiler);
    console.log(report);
    if (values.write) writeSection('translators', report);
  } finally {
    scratch.close();
  }
}

async function compareWithKubeScore(manifests: string, compiler: string): Promise<void> {
  const scratch = openScratch(values.scratch);
  try {
    const report = await compareLinters(manifests, scratch.folder, compiler);
    console.log(report);
    if (values.write) writeSection('linters', report);
  } finally {
    scratch.close();
  }
}

async function compareWithPeer(compiler: string): Promise<void> {
  const scratch = openScratch(values.scratch);
  try {
    console.error(`building netpol-analyzer ${NETPOL_ANALYZER.version} with ${compiler}, which takes minutes`);
    const programs = { peer: buildPeer(NETPOL_ANALYZER, scratch.folder), ours: await bundleMeasured(scratch.folder) };
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
