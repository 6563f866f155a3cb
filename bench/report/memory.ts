/** Memory: the largest cluster in its three forms with what an isolate has, uploaded and answered to the last byte. */

import { medianOf } from '../harness/series.ts';
import { megabytes, table } from '../harness/table.ts';
import type { MemoryResult, Results } from '../measure.ts';
import { refusalText } from './engine.ts';

const COLUMNS = ['cluster', 'finished', 'peak of array buffers', 'peak resident above an empty process'] as const;

export function memoryTable({ memory, emptyResident }: Results): string {
  const rows = memory.map((result) => {
    const buffers = peakOfBuffers(result);
    const resident = medianOf(result.memory.reports, (r) => r.peakResident);
    return [
      result.name,
      finishText(result),
      buffers === undefined ? '–' : megabytes(buffers),
      resident === undefined ? '–' : megabytes(resident - emptyResident.small),
    ];
  });
  return rows.length > 0 ? table(COLUMNS, rows) : '';
}

/** Whether every run gave the whole answer, and if not, what happened. */
export function finishText({ memory }: MemoryResult): string {
  const { reports, failure } = memory;
  if (failure !== undefined) return `no: ${failure}`;
  const refused = reports.flatMap((r) => r.refused ?? [])[0];
  if (refused) return `no: ${refusalText(refused)}`;
  return reports.every((r) => r.last === 'summary') ? 'yes' : 'no: the answer was cut short';
}

export function peakOfBuffers({ memory }: MemoryResult): number | undefined {
  const peaks = memory.reports.map((r) => r.peakArrayBuffers);
  return peaks.length > 0 ? Math.max(...peaks) : undefined;
}
