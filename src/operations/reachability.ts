/** `POST /v1/reachability`: the complete matrix, or the part of it a focus names. */

import { dockerMatrixExample } from './docker-example.ts';
import { eachModel, withModels } from './each-model.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions, type FocusOptions, focusOptions } from './options.ts';
import { reachabilityAnswer } from './reachability-answer.ts';
import { reachabilityExample } from './reachability-example.ts';
import * as results from './results.ts';

export const reachability: BundleOperation<FocusOptions> = {
  id: 'reachability',
  takes: 'bundle',
  summary: 'Who can reach whom, on which ports',
  description:
    'The complete matrix: every ordered pair of workloads and outside addresses with something allowed or unknown, in the destination’s own ports. With Docker the peers are services, `@host`, `@lan` and `@internet`, and `ways` say how each pair meets. A workload nothing may reach is still in `peers`. `unknown` is what the bundle cannot decide, and is never part of `allow`. A matrix that is too large for a form is refused with its `summary`, and said to be had by classes (`?format=ndjson`), in pages (`limit`) or in part (`focus`).',
  input: analysisOptions.extend(focusOptions.shape),
  result: withModels(results.reachabilityResult),
  views: ['graph'],
  examples: [reachabilityExample, dockerMatrixExample],
  gates: [],
  run: (analysis, options) => eachModel(analysis, (model) => reachabilityAnswer(model, options)),
};
