/** The kinds of resources that make up a cluster, one row each: a new one is a reader and a row. */

import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { SharedLists } from '../util/shared-lists.ts';
import { type ManualEndpoints, readEndpointSlice, readEndpoints } from './endpoint-slice.ts';
import type { EntryPoint } from './entry-point.ts';
import { GATEWAY_GROUP } from './gateway/api.ts';
import { GatewayObjects } from './gateway/entries.ts';
import { readGateway } from './gateway/gateway.ts';
import { readReferenceGrant } from './gateway/reference-grant.ts';
import { readGatewayRoute } from './gateway/route.ts';
import { ROUTE_KINDS } from './gateway/route-kinds.ts';
import { readIngress } from './ingress.ts';
import { LastRead } from './last-read.ts';
import { type Namespace, readNamespace } from './namespace.ts';
import { type ClusterNode, readNode } from './node.ts';
import { type ContainerPort, readPodSpec } from './pod.ts';
import { readRoute } from './route.ts';
import { readService, type Service, type ServicePort } from './service.ts';
import { readTexts } from './texts.ts';
import { idOf, readWorkload } from './workload.ts';
import { WorkloadDraft } from './workload-draft.ts';
import { WORKLOAD_KINDS, type WorkloadKind } from './workload-kinds.ts';

/** A cluster while its documents are being read. */
export class ClusterDraft {
  readonly namespaces = new Map<string, Namespace>();
  readonly nodes = new Map<string, ClusterNode>();
  readonly workloads = new WorkloadDraft();
  readonly services = new Map<string, Service>();
  readonly entries = new Map<string, EntryPoint>();
  readonly gatewayApi = new GatewayObjects();
  readonly manualEndpoints: ManualEndpoints[] = [];
  readonly containerPorts = new SharedLists<ContainerPort>((p) => [p.name, p.protocol, p.port]);
  readonly servicePorts = new SharedLists<ServicePort>((p) => [p.name, p.protocol, p.port, p.targetPort, p.nodePort]);
  readonly podLabels = new LastRead(readTexts);
  readonly podSpecs = new LastRead(readPodSpec);
  readonly findings: Finding[] = [];
  readonly defaultNamespace: string;
  refused = 0;

  constructor(defaultNamespace: string) {
    this.defaultNamespace = defaultNamespace;
  }

  /** Keeps what was read, or counts it as refused. Of two objects with one id the later counts. */
  keep<T>(into: Map<string, T>, { document, id, object, findings }: Reading<T>): void {
    this.findings.push(...findings);
    if (object === undefined) this.refused++;
    else {
      if (into.has(id)) this.findings.push(twice(document, id));
      into.set(id, object);
    }
  }
}

interface Reading<T> {
  readonly document: Document;
  readonly id: string;
  readonly findings: readonly Finding[];
  /** Absent where the API server would refuse it. */
  readonly object: T | undefined;
}

export interface ResourceKind {
  readonly group: string;
  readonly kind: string;
  /** Whether something of what was read points into its document, beyond what is found wrong in it. */
  readonly pointsInside?: true;
  read(document: Document, draft: ClusterDraft): void;
}

const ENTRY_KINDS = [
  { group: 'networking.k8s.io', kind: 'Ingress', read: readIngress },
  { group: 'extensions', kind: 'Ingress', read: readIngress },
  { group: 'route.openshift.io', kind: 'Route', read: readRoute },
];

const RESOURCE_KINDS: readonly ResourceKind[] = [
  {
    group: '',
    kind: 'Namespace',
    read: (document, draft) => {
      const { findings, namespace } = readNamespace(document);
      draft.keep(draft.namespaces, { document, id: namespace?.name ?? '', findings, object: namespace });
    },
  },
  {
    group: '',
    kind: 'Node',
    read: (document, draft) => {
      const { findings, node } = readNode(document);
      draft.keep(draft.nodes, { document, id: node?.name ?? '', findings, object: node });
    },
  },
  {
    group: '',
    kind: 'Service',
    read: (document, draft) => {
      const { findings, service } = readService(document, draft);
      draft.keep(draft.services, { document, id: service ? pathOf(service) : '', findings, object: service });
    },
  },
  {
    group: 'discovery.k8s.io',
    kind: 'EndpointSlice',
    read: (document, draft) => keepEndpoints(draft, readEndpointSlice(document, draft.defaultNamespace)),
  },
  {
    group: '',
    kind: 'Endpoints',
    read: (document, draft) => keepEndpoints(draft, readEndpoints(document, draft.defaultNamespace)),
  },
  ...ENTRY_KINDS.map(
    ({ group, kind, read }): ResourceKind => ({
      group,
      kind,
      pointsInside: true,
      read: (document, draft) => {
        const { findings, entry } = read(document, draft.defaultNamespace);
        draft.keep(draft.entries, { document, id: entry ? idOf(entry) : '', findings, object: entry });
      },
    }),
  ),
  {
    group: GATEWAY_GROUP,
    kind: 'Gateway',
    pointsInside: true,
    read: (document, draft) => {
      const { findings, object } = readGateway(document, draft.defaultNamespace);
      draft.keep(draft.gatewayApi.gateways, { document, id: object ? pathOf(object) : '', findings, object });
    },
  },
  {
    group: GATEWAY_GROUP,
    kind: 'ReferenceGrant',
    pointsInside: true,
    read: (document, draft) => {
      const { findings, object } = readReferenceGrant(document, draft.defaultNamespace);
      draft.keep(draft.gatewayApi.grants, { document, id: object ? pathOf(object) : '', findings, object });
    },
  },
  ...ROUTE_KINDS.map(
    (row): ResourceKind => ({
      group: GATEWAY_GROUP,
      kind: row.kind,
      pointsInside: true,
      read: (document, draft) => {
        const { findings, object } = readGatewayRoute(document, row, draft.defaultNamespace);
        draft.keep(draft.gatewayApi.routes, { document, id: object ? idOf(object) : '', findings, object });
      },
    }),
  ),
];

function pathOf({ namespace, name }: { namespace: string; name: string }): string {
  return [namespace, name].join('/');
}

/** What is wrong in them is said; they are kept as far as they were read. */
function keepEndpoints(draft: ClusterDraft, read: ReturnType<typeof readEndpoints>): void {
  draft.findings.push(...read.findings);
  if (read.findings.some((f) => f.refused)) draft.refused++;
  draft.manualEndpoints.push(...read.endpoints);
}

function twice(document: Document, what: string): Finding {
  return {
    rule: 'SCH007',
    severity: 'error',
    message: `${what} is defined twice in the bundle; the one that comes last by file and position counts. Remove one`,
    place: { document, pointer: '' },
  };
}

/** The groups of a row; `extensions` once served what `apps` serves now, and reading refuses it with a message. */
function groupsOf({ group }: ResourceKind): string[] {
  return group === 'apps' ? [group, 'extensions'] : [group];
}

/** By kind, then by group. */
const BY_KIND: ReadonlyMap<string, ReadonlyMap<string, ResourceKind>> = new Map(
  [...Map.groupBy([...RESOURCE_KINDS, ...WORKLOAD_KINDS.map(workloadReader)], ({ kind }) => kind)].map(
    ([kind, rows]) => [kind, new Map(rows.flatMap((row) => groupsOf(row).map((group) => [group, row])))],
  ),
);

export function resourceKind(group: string, kind: string): ResourceKind | undefined {
  return BY_KIND.get(kind)?.get(group);
}

function workloadReader(row: WorkloadKind): ResourceKind {
  return {
    group: row.group,
    kind: row.kind,
    read: (document, draft) => {
      const { findings, object } = readWorkload(document, row, draft);
      draft.findings.push(...findings);
      if (!object) draft.refused++;
      else if (draft.workloads.keep(object)) draft.findings.push(twice(document, idOf(object)));
    },
  };
}
