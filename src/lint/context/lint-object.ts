/**
 * One object of the bundle as rules see it: its fields, each of which knows where it stands. Objects that the API
 * server would refuse are among them: that a Deployment has a mistyped field is no reason to say that a Service
 * selects nothing.
 */

import type { Document } from '../../ingest/document.ts';
import type { Resource } from '../../ingest/finding.ts';
import { type Field, ObjectScope } from '../../kubernetes/field.ts';
import { groupOf, readName } from '../../kubernetes/object.ts';
import { readTexts, type Texts } from '../../kubernetes/texts.ts';

/** Kinds without a namespace, of those that rules look at. */
const CLUSTERED: ReadonlySet<string> = new Set([
  'AdminNetworkPolicy',
  'APIService',
  'BaselineAdminNetworkPolicy',
  'ClusterIssuer',
  'ClusterNetworkPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'IPPool',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'ServiceCIDR',
  'StorageClass',
]);

export class LintObject {
  readonly root: Field;
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty for a kind without one. */
  readonly namespace: string;
  readonly name: string;
  #labels: Texts | undefined;
  #annotations: Texts | undefined;

  /** While the document's value is there; it is kept here from then on. */
  constructor(document: Document, defaultNamespace: string) {
    this.root = new ObjectScope(document).root;
    this.apiVersion = this.root.stringAt('apiVersion') ?? '';
    this.group = groupOf(this.apiVersion);
    this.kind = this.root.stringAt('kind') ?? '';
    const { metadata } = this;
    this.name = readName(metadata);
    this.namespace = CLUSTERED.has(this.kind) ? '' : metadata.stringAt('namespace') || defaultNamespace;
  }

  get metadata(): Field {
    return this.root.at('metadata');
  }

  get spec(): Field {
    return this.root.at('spec');
  }

  get labels(): Texts {
    this.#labels ??= readTexts(this.metadata.at('labels'));
    return this.#labels;
  }

  get annotations(): Texts {
    this.#annotations ??= readTexts(this.metadata.at('annotations'));
    return this.#annotations;
  }

  /** `namespace/name[Kind]`, or `name[Kind]` of a kind without a namespace. */
  get id(): string {
    return `${this.namespace === '' ? '' : `${this.namespace}/`}${this.name}[${this.kind}]`;
  }

  get resource(): Resource {
    const { apiVersion, kind, namespace, name } = this;
    return { apiVersion, kind, ...(namespace === '' ? {} : { namespace }), name };
  }
}
