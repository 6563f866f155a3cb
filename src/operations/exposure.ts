/** `POST /v1/exposure`: what each workload is open to beyond the workloads of the bundle. */

import type * as z from 'zod';
import { isEmpty } from '../algebra/connection-set.ts';
import type { Model } from '../analysis/model.ts';
import { LIMITS } from '../ingest/index.ts';
import { type ExposedTo, type Exposure, type ExposureQuery, exposures } from '../queries/exposure.ts';
import { byKeys } from '../util/ordering.ts';
import { exceed } from '../util/problem.ts';
import { collectWithin } from './collect.ts';
import { connectionJson } from './connection-json.ts';
import { doubts } from './doubts.ts';
import { eachModel, withModels } from './each-model.ts';
import { exposureAnswer } from './exposure-answer.ts';
import { exposureExample } from './exposure-example.ts';
import * as results from './exposure-results.ts';
import { common, requireWorkloads } from './inventory.ts';
import { listOf, parseConnection } from './matrix-query.ts';
import type { BundleOperation } from './operation.ts';
import { analysisOptions, focusOptions } from './options.ts';
import { cutPage } from './page.ts';
import { namespacesJson, selectorJson } from './selector-json.ts';

/** The other end of a row is no workload: `focusPeer` and `self` are taken, as of every focus, and change nothing. */
const focus = focusOptions.pick({
  focus: true,
  focusPeer: true,
  self: true,
  direction: true,
  connection: true,
  level: true,
  external: true,
  limit: true,
  cursor: true,
});

const input = analysisOptions.extend({
  ...focus.shape,
  focus: focus.shape.focus.describe('Only these workloads: `name`, `namespace/name` or a full id.'),
  focusPeer: focus.shape.focusPeer.describe('Without effect here: the other end of a row is no workload.'),
  self: focus.shape.self.describe('Without effect here: the other end of a row is no workload.'),
  direction: focus.shape.direction.describe('Only what comes into the workloads, or only what leaves them.'),
  connection: focus.shape.connection.describe(
    'Only rows open on this port, such as `tcp/80`; `allow` is cut to it before rows are compared.',
  ),
  limit: focus.shape.limit.describe('At most so many rows; `next` leads on.'),
});

export type ExposureOptions = Omit<z.infer<typeof focus>, 'focusPeer' | 'self'>;

/** Exposure in the contract's shape. Throws `ProblemError` where it is larger than one answer may be. */
export function exposureResult(model: Model, options: ExposureOptions): results.ExposureResult {
  requireWorkloads(model);
  const query = exposureQuery(options);
  const found = collect(model, query);
  const { items, next } = cutPage(found, options);
  const unknown = found.some((row) => row.unknown !== undefined);
  return {
    ...common(model, unknown ? doubts(model, true) : []),
    exposure: items,
    ...(next === undefined ? {} : { next }),
    ...(query.connection ? {} : { unprotected: unprotectedJson(model, query) }),
  };
}

function unprotectedJson(model: Model, query: ExposureQuery): results.UnprotectedJson[] {
  return model
    .beyond()
    .unprotected(query)
    .map(({ endpoint, direction }) => ({ workload: endpoint.id, direction }))
    .sort(
      byKeys(
        (u) => u.workload,
        (u) => u.direction,
      ),
    );
}

function exposureQuery({ focus: names, direction, connection, external }: ExposureOptions): ExposureQuery {
  return {
    focus: listOf(names),
    direction,
    connection: connection === undefined ? undefined : parseConnection(connection),
    external,
  };
}

/** Sorted; what is too much for one answer is a problem that says how to ask for less. */
function collect(model: Model, query: ExposureQuery): results.ExposureJson[] {
  const beyond = model.beyond();
  const { strangers } = beyond;
  const asked = beyond.cost(query.focus);
  if (asked > LIMITS.questions.value) {
    const detail = `the policies have ${strangers.length} peer selectors, and each is a question about every kind of workload; ask about some with \`focus\``;
    exceed('questions', asked, LIMITS.questions.value, detail);
  }
  const narrower = '`focus`, `direction` or `external=false`';
  const found = collectWithin(rowsOf(exposures(model.reach(), strangers, query)), { what: 'rows', narrower });
  return found.sort(
    byKeys(
      (row) => row.workload,
      (row) => row.direction,
      (row) => SCOPES.indexOf(row.peer.scope),
      (row) => JSON.stringify(row.peer),
    ),
  );
}

const SCOPES: readonly results.ExposedPeerJson['scope'][] = ['entire-cluster', 'network', 'selector', 'external'];

/** Nothing for a selector that no LabelSelector says: it can come from no manifest. */
function* rowsOf(found: ReturnType<typeof exposures>): Generator<results.ExposureJson> {
  for (const row of found) yield* exposureJson(row);
}

function exposureJson({ endpoint, direction, peer, allow, unknown, named }: Exposure): results.ExposureJson[] {
  const to = peerJson(peer);
  if (!to) return [];
  return [
    {
      workload: endpoint.id,
      direction,
      peer: to,
      allow: connectionJson(allow),
      ...(isEmpty(unknown) ? {} : { unknown: connectionJson(unknown) }),
      ...(named.length > 0 ? { named: [...named] } : {}),
    },
  ];
}

function peerJson(peer: ExposedTo): results.ExposedPeerJson | undefined {
  switch (peer.kind) {
    case 'entire-cluster':
      return { scope: 'entire-cluster' };
    case 'external':
      return { scope: 'external', address: peer.address };
    case 'network':
      return { scope: 'network', network: peer.network };
    case 'selector': {
      const namespaces = namespacesJson(peer.selector.namespace);
      const pods = selectorJson(peer.selector.endpoint);
      return namespaces !== undefined && pods !== undefined ? { scope: 'selector', namespaces, pods } : undefined;
    }
  }
}

export const exposure: BundleOperation<ExposureOptions> = {
  id: 'exposure',
  takes: 'bundle',
  summary: 'What each workload is open to beyond the workloads of the bundle',
  description:
    'Per workload and direction: what any pod of the cluster may do (`entire-cluster`), what a pod that meets a selector of some rule may do where that is something else (`selector`), and which outside addresses are open (`external`). Such a pod is known to meet just that selector: a rule counts when its own selector is implied. Policies that might select that pod itself are left aside. A selector of `matchLabels` alone, for namespace and pod, that a workload of the bundle meets is left out, for then the matrix shows it. `unprotected` lists what no policy selects. With Docker, `external` rows are `@host`, `@lan` and `@internet`, a `network` row is a container that somebody else puts on a network that no file makes, and `unprotected` lists services in the network of the host.',
  input,
  result: withModels(results.exposureResult),
  examples: [exposureExample],
  gates: [],
  run: (analysis, options) => eachModel(analysis, (model) => exposureAnswer(exposureResult(model, options))),
};
