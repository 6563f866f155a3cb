/**
 * The cluster a bundle describes: namespaces, workloads, Services and entry points. It holds no policy; documents it
 * does not understand are handed on, for the dialects to claim.
 */

import { type Document, headOf } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import type { ManualEndpoints } from './endpoint-slice.ts';
import type { EntryPoint } from './entry-point.ts';
import { assembleWorkloads, type Workload } from './families.ts';
import { gatewayEntries } from './gateway/entries.ts';
import { impliedNamespace, type Namespace } from './namespace.ts';
import type { ClusterNode } from './node.ts';
import { groupOf } from './object.ts';
import { ClusterDraft, resourceKind } from './resource-kinds.ts';
import type { Service } from './service.ts';

export type { Workload } from './families.ts';

export interface Cluster {
  readonly namespaces: ReadonlyMap<string, Namespace>;
  /** By name. */
  readonly nodes: ReadonlyMap<string, ClusterNode>;
  /** Sorted by id. */
  readonly workloads: readonly Workload[];
  /** By `namespace/name`. */
  readonly services: ReadonlyMap<string, Service>;
  readonly manualEndpoints: readonly ManualEndpoints[];
  readonly entries: readonly EntryPoint[];
  /** What no reader here knows, where it was kept. */
  readonly unclaimed: readonly Document[];
  readonly findings: readonly Finding[];
  /** How many objects the API server would refuse; they are not in force. */
  readonly refused: number;
}

export function readCluster(documents: readonly Document[], defaultNamespace: string): Cluster {
  const reader = new ClusterReader(defaultNamespace);
  return reader.finish(documents.filter((document) => reader.read(document) === undefined));
}

/** What is to be had again of a document that was read: its parts, or no more than where it begins. */
export type Claim = 'parts' | 'whole' | undefined;

/** Reads the documents of a bundle one after another; they need not be kept. */
export class ClusterReader {
  readonly #draft: ClusterDraft;

  constructor(defaultNamespace: string) {
    this.#draft = new ClusterDraft(defaultNamespace);
  }

  /** What has been found so far; a place may be looked up while the document is there. */
  get findings(): Finding[] {
    return this.#draft.findings;
  }

  /** Undefined for a document that no reader here knows. */
  read(document: Document): Claim {
    const { apiVersion, kind } = headOf(document);
    const row = resourceKind(groupOf(apiVersion), kind);
    row?.read(document, this.#draft);
    return row && (row.pointsInside ? 'parts' : 'whole');
  }

  /** `unclaimed`: those of the other documents that somebody else may know. */
  finish(unclaimed: readonly Document[] = []): Cluster {
    const draft = this.#draft;
    const workloads = assembleWorkloads(draft.workloads, draft.containerPorts);
    for (const { namespace } of workloads) {
      if (!draft.namespaces.has(namespace)) draft.namespaces.set(namespace, impliedNamespace(namespace));
    }
    const gateway = gatewayEntries(draft.gatewayApi, draft.namespaces);
    const { namespaces, nodes, services, manualEndpoints, entries, findings, refused } = draft;
    return {
      namespaces,
      nodes,
      workloads,
      services,
      manualEndpoints,
      entries: [...entries.values(), ...gateway.entries],
      unclaimed,
      findings: [...findings, ...gateway.findings],
      refused,
    };
  }
}
