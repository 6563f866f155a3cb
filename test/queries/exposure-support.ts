/** Exposure as lines of text, for tests: `egress a | entire-cluster | TCP 80`. */

import { formatConnections, isEmpty, portRange } from '../../src/algebra/connection-set.ts';
import type { AnalysisOptions } from '../../src/analysis/analysis.ts';
import { selectorJson } from '../../src/operations/selector-json.ts';
import { type ExposedTo, type ExposureQuery, exposures, unprotected } from '../../src/queries/exposure.ts';
import { hypotheticalSelectors } from '../../src/queries/hypothetical-selectors.ts';
import { analysisOf } from '../support/bundle.ts';

const EVERYTHING: ExposureQuery = { focus: [], direction: undefined, connection: undefined, external: false };

export const TCP_80 = portRange('TCP', 80, 80);

export interface Asking {
  readonly query?: Partial<ExposureQuery>;
  readonly options?: Partial<AnalysisOptions>;
}

/** Sorted rows about the workload called `a`, or those in focus. */
export function exposureOf(yaml: string, { query, options }: Asking = {}): string[] {
  const analysis = analysisOf(yaml, options);
  const reach = analysis.reach();
  const strangers = hypotheticalSelectors(reach, analysis.policies().stack).map((selector) => ({ selector }));
  const asked = { ...EVERYTHING, focus: ['a'], ...query };
  return [...exposures(reach, strangers, asked)]
    .map(({ endpoint, direction, peer, allow, unknown, named }) => {
      const names = named.map((n) => `${n.protocol ?? 'any'}/${n.name}`);
      const answer = [
        formatConnections(allow),
        ...names,
        ...(isEmpty(unknown) ? [] : [`? ${formatConnections(unknown)}`]),
      ];
      return `${direction} ${endpoint.name} | ${peerText(peer)} | ${answer.join(' + ')}`;
    })
    .sort();
}

export function unprotectedOf(yaml: string, query: Partial<ExposureQuery> = {}): string[] {
  const analysis = analysisOf(yaml);
  const found = unprotected(analysis.reach(), analysis.policies(), { ...EVERYTHING, ...query });
  return found.map(({ endpoint, direction }) => `${direction} ${endpoint.name}`).sort();
}

function peerText(peer: ExposedTo): string {
  if (peer.kind === 'entire-cluster') return peer.kind;
  if (peer.kind === 'external') return peer.address;
  if (peer.kind === 'network') return peer.network;
  const { namespace, endpoint } = peer.selector;
  return [namespace, endpoint].map((p) => JSON.stringify(selectorJson(p)).replaceAll('"', '')).join(' / ');
}
