/**
 * What runs on nodes, as far as it tells which network plugin a cluster has: images and arguments of DaemonSets, of
 * Deployments, and of the pods that DaemonSets own. Values of environment variables are looked at, and never shown.
 */

import { type Document, isObject, type JsonValue, type Origin } from '../../ingest/document.ts';
import type { Field } from '../field.ts';
import { groupOf, readHead, readOwner, typeOf } from '../object.ts';
import { workloadKind } from '../workload-kinds.ts';

export interface AgentContainer {
  readonly name: string;
  /** Without its tag and digest. */
  readonly image: string;
  readonly tag: string | undefined;
  readonly arguments: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
}

export interface Agent {
  /** `DaemonSet kube-system/kube-proxy`. */
  readonly what: string;
  readonly origin: Origin;
  /** Its DaemonSet's name; undefined for a Deployment, whose name says nothing about what runs on nodes. */
  readonly daemon: string | undefined;
  readonly containers: readonly AgentContainer[];
}

const KINDS: readonly string[] = ['DaemonSet', 'Deployment', 'Pod'];

export function readAgent(document: Document, defaultNamespace: string): Agent | undefined {
  const { apiVersion, kind } = typeOf(document);
  const row = KINDS.includes(kind) ? workloadKind(groupOf(apiVersion), kind) : undefined;
  if (!row || (kind === 'Pod' && !isOfDaemonSet(document.value))) return undefined;
  const { scope, namespace, name } = readHead(document, defaultNamespace);
  const spec = row.template(scope.root).at('spec');
  const owner = kind === 'Pod' ? readOwner(scope.root.at('metadata'))?.name : undefined;
  return {
    what: `${kind} ${namespace}/${name}`,
    origin: { document, pointer: '' },
    daemon: kind === 'DaemonSet' ? name : owner,
    containers: spec.at('containers').items().map(readContainer),
  };
}

/** Asked first of every pod, of which a dump may hold very many. */
function isOfDaemonSet(value: JsonValue | undefined): boolean {
  const metadata = isObject(value) ? value['metadata'] : undefined;
  const owners = isObject(metadata) ? metadata['ownerReferences'] : undefined;
  const [owner] = Array.isArray(owners) ? owners : [];
  return isObject(owner) && owner['kind'] === 'DaemonSet';
}

function readContainer(field: Field): AgentContainer {
  const [image = '', tag] = splitImage(field.at('image').string() ?? '');
  const variables = field
    .at('env')
    .items()
    .map((item) => [item.at('name').string() ?? '', item.at('value').string() ?? ''] as const);
  return {
    name: field.at('name').string() ?? '',
    image,
    tag,
    arguments: ['command', 'args'].flatMap((key) => field.at(key).items()).flatMap((item) => item.string() ?? []),
    variables: new Map(variables),
  };
}

/** A colon before the last slash belongs to the registry's port. */
function splitImage(reference: string): [string, string | undefined] {
  const [path = ''] = reference.split('@');
  const colon = path.indexOf(':', path.lastIndexOf('/') + 1);
  return colon < 0 ? [path, undefined] : [path.slice(0, colon), path.slice(colon + 1)];
}
