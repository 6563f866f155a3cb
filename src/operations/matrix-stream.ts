/** The matrix as records that are written while it is computed; nothing is held but one row. */

import type { Model } from '../analysis/model.ts';
import { AskedMatrix } from '../queries/matrix/asked-matrix.ts';
import { MatrixCount } from '../queries/matrix/matrix-count.ts';
import { type AnswerRecord, inPieces, type WrittenRecords } from '../render/answer.ts';
import { common, eachWorkload } from './inventory.ts';
import { matrixQuery } from './matrix-query.ts';
import { matrixRecords } from './matrix-records.ts';
import type { FocusOptions } from './options.ts';
import { matrixFindings, matrixSummary } from './reachability-result.ts';

/** For options without a focus. How many connections there are is known when the last row has gone by. */
export function* matrixStream(model: Model, options: FocusOptions): Generator<AnswerRecord | WrittenRecords> {
  const query = matrixQuery(options);
  const matrix = new AskedMatrix(model.reach(), query);
  const count = new MatrixCount(matrix);
  // What all rows are made from has budgets of its own. They are met here, while a status can still say so.
  model.reach().row(0);
  yield* inPieces('peer', peerLines(model));
  yield* matrixRecords(matrix, (row) => count.add(row));
  const { pairs, doubtful } = count.finish();
  const { findings, ...rest } = common(model, matrixFindings(model, query, doubtful > 0));
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest, summary: matrixSummary(model, pairs) };
}

function* peerLines(model: Model): Generator<string> {
  for (const peer of eachWorkload(model)) yield `{"t":"peer",${JSON.stringify(peer).slice(1)}\n`;
}
