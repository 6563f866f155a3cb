/**
 * What runs on nodes, as far as it tells which network plugin a cluster has: images and arguments of DaemonSets, of
 * Deployments, and of the pods that DaemonSets own. Values of environment variables are looked at, and never shown.
 */

import { type Document, isObject, type JsonValue } from '../../ingest/document.ts';
import { type Field, ObjectScope } from '../field.ts';
import { groupOf, readName, readOwner, typeOf } from '../object.ts';
import { workloadKind } from '../workload-kinds.ts';

export interface AgentContainer {
  readonly name: string;
  /** Without its tag and digest. */
  readonly image: string;
  readonly tag: string | undefined;
  readonly arguments: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
}

/** An object that may be an agent, read as far as tells whether it is one. */
export interface Candidate {
  /** Its DaemonSet's name; undefined for a Deployment, whose name says nothing about what runs on nodes. */
  readonly daemon: string | undefined;
  /** Without their tags and digests. */
  readonly images: readonly string[];
  readonly containers: readonly Field[];
}

const KINDS: readonly string[] = ['DaemonSet', 'Deployment', 'Pod'];

export function readCandidate(document: Document): Candidate | undefined {
  const { apiVersion, kind } = typeOf(document);
  const row = KINDS.includes(kind) ? workloadKind(groupOf(apiVersion), kind) : undefined;
  if (!row) return undefined;
  const { root } = new ObjectScope(document);
  if (kind === 'Pod' && !isOfDaemonSet(root.value)) return undefined;
  const containers = row.template(root).at('spec').itemsAt('containers');
  return { daemon: daemonOf(kind, root.at('metadata')), images: containers.map(imageOf), containers };
}

function daemonOf(kind: string, metadata: Field): string | undefined {
  if (kind === 'Pod') return readOwner(metadata)?.name;
  return kind === 'DaemonSet' ? readName(metadata) : undefined;
}

function imageOf(container: Field): string {
  return splitImage(container.stringAt('image') ?? '')[0];
}

/** Asked first of every pod, of which a dump may hold very many. */
function isOfDaemonSet(value: JsonValue | undefined): boolean {
  const metadata = isObject(value) ? value['metadata'] : undefined;
  const owners = isObject(metadata) ? metadata['ownerReferences'] : undefined;
  const [owner] = Array.isArray(owners) ? owners : [];
  return isObject(owner) && owner['kind'] === 'DaemonSet';
}

export function readContainer(field: Field): AgentContainer {
  const [image, tag] = splitImage(field.stringAt('image') ?? '');
  const variables = field
    .itemsAt('env')
    .map((item) => [item.stringAt('name') ?? '', item.stringAt('value') ?? ''] as const);
  return {
    name: field.stringAt('name') ?? '',
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
