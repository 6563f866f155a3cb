/** Exposure in the views the formats are written from. */

import type { Answer, AnswerRecord, Table } from '../render/answer.ts';
import { assumptionsTable } from './assumptions-table.ts';
import { connectionText } from './connection-json.ts';
import type { ExposedPeerJson, ExposureJson, ExposureResult } from './exposure-results.ts';
import { findingsTable } from './findings-table.ts';
import { podsText } from './selector-json.ts';

export function exposureAnswer(result: ExposureResult): Answer {
  return {
    json: () => result,
    headline: () => headline(result),
    tables: () => [
      exposureTable(result),
      ...unprotectedTable(result),
      ...findingsTable(result.findings),
      ...assumptionsTable(result),
    ],
    records: () => records(result),
  };
}

function headline(result: ExposureResult): string {
  const { verdict, complete, exposure, unprotected } = result;
  if (result.model === 'docker') return dockerHeadline(result);
  const open = new Set(exposure.filter((row) => row.peer.scope === 'entire-cluster').map((row) => row.workload));
  const bare = unprotected && new Set(unprotected.map((row) => row.workload));
  return [
    `${verdict}: ${open.size} workloads open to the entire cluster`,
    ...(bare ? [`${bare.size} selected by no policy in some direction`] : []),
    ...(complete ? [] : ['not everything could be read']),
  ].join('; ');
}

function dockerHeadline({ verdict, complete, exposure, unprotected = [] }: ExposureResult): string {
  const isOpen = ({ direction, peer }: ExposureJson) => direction === 'ingress' && peer.address === '@lan';
  const open = new Set(exposure.filter(isOpen).map((row) => row.workload));
  const bare = new Set(unprotected.map((row) => row.workload));
  return [
    `${verdict}: ${open.size} services open to the LAN`,
    ...(bare.size > 0 ? [`${bare.size} in the network of the host`] : []),
    ...(complete ? [] : ['not everything could be read']),
  ].join('; ');
}

function exposureTable({ exposure }: ExposureResult): Table {
  const unknown = exposure.some((row) => row.unknown !== undefined);
  return {
    title: 'Exposure',
    name: 'exposure',
    columns: ['workload', 'direction', 'peer', 'allow', ...(unknown ? ['unknown'] : [])],
    rows: exposure.map((row) => [
      row.workload,
      row.direction,
      exposedPeerText(row.peer),
      allowText(row),
      ...(unknown ? [row.unknown === undefined ? '' : connectionText(row.unknown)] : []),
    ]),
    empty: 'No workload is open to anything beyond the bundle.',
  };
}

/** `entire cluster`, an address, or `pods app=web in namespace shop`. */
export function exposedPeerText(peer: ExposedPeerJson): string {
  const { scope, namespaces = 'all', pods = 'all', address = '', network = '' } = peer;
  if (scope === 'entire-cluster') return 'entire cluster';
  if (scope === 'network') return `anybody on network ${network}`;
  return scope === 'external' ? address : podsText({ namespaces, pods });
}

/** Numbers, then names: `TCP 80; port http (TCP)`. */
function allowText({ allow, named = [] }: ExposureJson): string {
  const numbers = connectionText(allow);
  const names = named.map(({ protocol, name }) => `port ${name}${protocol === undefined ? '' : ` (${protocol})`}`);
  return [...(numbers === '' ? [] : [numbers]), ...names].join('; ') || 'nothing';
}

/** One row per workload; no table where every workload is selected in both directions. */
function unprotectedTable({ model, unprotected = [] }: ExposureResult): Table[] {
  if (unprotected.length === 0) return [];
  const byWorkload = Map.groupBy(unprotected, (row) => row.workload);
  const rows = [...byWorkload].map(([workload, found]) => [workload, found.map((row) => row.direction).join(', ')]);
  const title = model === 'docker' ? 'In the network of the host' : 'Selected by no policy';
  return [{ title, name: 'unprotected', columns: ['workload', 'directions'], rows }];
}

function* records({ exposure, unprotected = [], findings, ...rest }: ExposureResult): Generator<AnswerRecord> {
  for (const row of exposure) yield { t: 'result', ...row };
  for (const row of unprotected) yield { t: 'result', ...row, unprotected: true };
  for (const finding of findings) yield { t: 'finding', ...finding };
  yield { t: 'summary', ...rest };
}
