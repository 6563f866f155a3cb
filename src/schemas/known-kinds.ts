/**
 * The kinds whose fields are known: those built into one version of Kubernetes, those of Gateway API, of the network
 * policy API and of Istio, and those that CustomResourceDefinitions of the bundle define, which come before all others.
 */

import type { JsonObject } from '../ingest/document.ts';
import { nearest } from '../util/edit-distance.ts';
import { entryOf } from '../util/ordering.ts';
import { CLUSTER_KINDS } from './cluster-kinds.ts';
import { type CustomKind, customKinds } from './custom-kinds.ts';
import { GATEWAY_API_TABLE } from './gateway-api.data.ts';
import { ISTIO_TABLE } from './istio.data.ts';
import { KUBERNETES_TABLE } from './kubernetes.data.ts';
import { NETWORK_POLICY_API_TABLE } from './network-policy-api.data.ts';
import { NEWEST, type Release } from './releases.ts';
import { type Form, Shape } from './shape.ts';
import { Table } from './table.ts';

export interface KnownKind {
  readonly shape: Shape;
  /** Whether it is a custom resource: then its defaults and rules count. */
  readonly isCustom: boolean;
  readonly isClustered: boolean;
  readonly isServed: boolean;
  readonly isDeprecated: boolean;
}

const OBJECT_META = 'v1 Pod';

/** Whether Kubernetes itself serves a group. */
export function isBuiltInGroup(group: string): boolean {
  return group === '' || BUILT_IN_GROUPS.has(group);
}

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'extensions',
  ...KUBERNETES_TABLE.kinds
    .split('\n')
    .flatMap((line) => (line.includes('/') ? [line.slice(0, line.indexOf('/'))] : [])),
]);

export class KnownKinds {
  readonly #builtIn: Table;
  readonly #others: readonly Table[];
  readonly #custom = new Map<string, CustomKind>();
  /** By `apiVersion` and kind. */
  readonly #found = new Map<string, Map<string, KnownKind>>();
  readonly #versions = new Map<string, string[]>();
  readonly #metadata: Shape | undefined;

  constructor(release: Release) {
    this.#builtIn = new Table(KUBERNETES_TABLE, {
      isNullable: true,
      ...(release === NEWEST ? {} : { version: release }),
    });
    this.#others = [GATEWAY_API_TABLE, NETWORK_POLICY_API_TABLE, ISTIO_TABLE].map(
      (text) => new Table(text, { isNullable: false }),
    );
    this.#metadata = this.#builtIn.kind(OBJECT_META)?.shape.form.fields.get('metadata');
  }

  /** Takes in what a CustomResourceDefinition defines; true where that is something. */
  define(definition: JsonObject): boolean {
    const kinds = customKinds(definition);
    for (const kind of kinds) {
      this.#custom.set(kind.name, kind);
    }
    this.#versions.clear();
    this.#found.clear();
    return kinds.length > 0;
  }

  find(apiVersion: string, kind: string): KnownKind | undefined {
    const known = this.#found.get(apiVersion)?.get(kind);
    if (known) return known;
    const found = this.#look(`${apiVersion} ${kind}`, kind);
    // Names that nobody knows are as many as a bundle cares to make up.
    if (found) entryOf(this.#found, apiVersion, () => new Map<string, KnownKind>()).set(kind, found);
    return found;
  }

  /** The versions in which the kind of a group is served, the best first; none where nothing is known of it. */
  versions(group: string, kind: string): readonly string[] {
    if (this.#versions.size === 0) this.#fillVersions();
    return this.#versions.get(`${group} ${kind}`) ?? [];
  }

  /** The kind of a version that a name most likely stands for. */
  nearest(apiVersion: string, kind: string): string | undefined {
    const names = [...this.#builtIn.names].flatMap((name) => {
      const [version, known] = name.split(' ');
      return version === apiVersion && known !== undefined ? [known] : [];
    });
    return nearest(kind, names);
  }

  #look(name: string, kind: string): KnownKind | undefined {
    const custom = this.#custom.get(name);
    if (custom) return { ...custom, shape: this.#rooted(custom.shape), isCustom: true };
    const builtIn = this.#builtIn.kind(name);
    if (builtIn) {
      const isClustered = CLUSTER_KINDS.has(kind);
      return { shape: builtIn.shape, isCustom: false, isClustered, isServed: true, isDeprecated: false };
    }
    for (const table of this.#others) {
      const found = table.kind(name);
      if (!found) continue;
      const { shape, marks } = found;
      const [isClustered, isDeprecated, isServed] = [marks.includes('c'), marks.includes('d'), !marks.includes('n')];
      return { shape: this.#rooted(shape), isCustom: true, isClustered, isDeprecated, isServed };
    }
    return undefined;
  }

  /** Of a custom resource the API server knows `apiVersion`, `kind` and `metadata` whatever the schema says. */
  #rooted(shape: Shape): Shape {
    return new Shape((): Form => {
      const { form } = shape;
      const text = this.#builtIn.shape('s');
      const fields = new Map(form.fields).set('apiVersion', text).set('kind', text);
      if (this.#metadata) fields.set('metadata', this.#metadata);
      return { ...form, type: 'object', fields };
    });
  }

  #fillVersions(): void {
    const names = [this.#builtIn, ...this.#others].flatMap((table) => [...table.names]);
    const custom = [...this.#custom.values()].flatMap(({ name, isServed }) => (isServed ? [name] : []));
    for (const name of [...custom, ...names]) {
      const [apiVersion = '', kind = ''] = name.split(' ');
      const slash = apiVersion.indexOf('/');
      const key = `${slash < 0 ? '' : apiVersion.slice(0, slash)} ${kind}`;
      const list = this.#versions.get(key) ?? [];
      if (!list.includes(apiVersion)) list.push(apiVersion);
      this.#versions.set(key, list);
    }
  }
}
