/** A format that is written from the findings of an answer. */

import type { Format } from '../format.ts';
import type { FindingsReport } from './report.ts';

type Written = Omit<Format, 'needs' | 'write'> & { writeFindings(report: FindingsReport): string | Iterable<string> };

export function findingsFormat({ writeFindings, ...format }: Written): Format {
  return {
    ...format,
    needs: 'findings',
    write(answer) {
      if (answer.findings === undefined) throw new TypeError(`${format.name} was asked of an answer without findings`);
      return writeFindings(answer.findings());
    },
  };
}
