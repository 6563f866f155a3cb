/**
 * What runs in a measured process: `main.mjs MODE [arguments]`, one mode for each kind of measurement. The last line of
 * standard output is the report, with the calibration of this process; a spent budget is a report, too.
 */

import { analyseFolder } from './analyse-folder.ts';
import { calibrate } from './calibration.ts';
import { measureCell } from './cell.ts';
import { measureDense } from './dense.ts';
import { measureDiff } from './diff.ts';
import { measureEndToEnd } from './end-to-end.ts';
import { MemoryPeak } from './memory-peak.ts';
import { measureNaive } from './naive.ts';
import { refusalOf } from './refusal.ts';
import { measureStages } from './stages.ts';
import { measureWarm } from './warm.ts';

const MODES = {
  stages: measureStages,
  warm: measureWarm,
  upload: (path: string) => measureEndToEnd(path, false),
  memory: (path: string) => measureEndToEnd(path, true),
  cell: measureCell,
  diff: measureDiff,
  naive: measureNaive,
  dense: measureDense,
  empty: () => ({}),
} as const satisfies Readonly<Record<string, (first: string, second: string) => object | Promise<object>>>;

/** What every report has beside its own. */
export interface CommonReport {
  /** Bytes of the resident set at its largest, before the calibration. */
  readonly peakResident: number;
  /** CPU milliseconds of the calibration loop; absent where it would not fit into the memory allowed. */
  readonly calibration: number | undefined;
}

export type Mode = keyof typeof MODES;
export type ReportOf<M extends Mode> = Awaited<ReturnType<(typeof MODES)[M]>> & CommonReport;

async function report(mode: Mode, first: string, second: string): Promise<object> {
  try {
    const measured = await MODES[mode](first, second);
    const peakResident = MemoryPeak.resident();
    return { ...measured, peakResident, calibration: mode === 'memory' || mode === 'empty' ? undefined : calibrate() };
  } catch (cause) {
    return { refusedWhole: refusalOf(cause) };
  }
}

const [mode = '', first = '', second = ''] = process.argv.slice(2);
if (mode === 'folder') await analyseFolder(first);
else if (mode in MODES) console.log(JSON.stringify(await report(mode as Mode, first, second)));
else throw new Error(`no such mode: ${mode}`);
