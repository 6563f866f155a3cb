/** The analysis of one generated file, with the options a request without options has. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Analysis } from '../../src/analysis/analysis.ts';

export function analysisOf(path: string): Analysis {
  return new Analysis({ files: [{ path: basename(path), bytes: readFileSync(path) }] });
}

/** From documents to the model: everything that comes before reach. */
export function readModel(analysis: Analysis): void {
  analysis.cluster();
  analysis.policies();
  analysis.enforcement();
  analysis.openings();
}
