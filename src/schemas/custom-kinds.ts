/**
 * The kinds that a CustomResourceDefinition defines
 * (https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/), as shapes that
 * are made when an object of such a kind is met.
 */

import { isObject, type JsonObject, type JsonValue, own } from '../ingest/document.ts';
import { ANY_SHAPE, formOf, type SchemaReader, Shape } from './shape.ts';

export interface CustomKind {
  /** `group/version Kind`. */
  readonly name: string;
  readonly shape: Shape;
  readonly isClustered: boolean;
  readonly isServed: boolean;
  readonly isDeprecated: boolean;
  /** Versions of the kind that are served. */
  readonly served: readonly string[];
}

/** The schemas of one definition are read where they stand. */
const READER: SchemaReader = {
  isNullable: false,
  shape: (schema) => (isObject(schema) ? new Shape(() => formOf(schema, READER)) : ANY_SHAPE),
};

/** What the document of a definition defines; nothing where it does not say enough. */
export function customKinds(definition: JsonObject): CustomKind[] {
  const spec = objectAt(definition, 'spec');
  const group = own(spec, 'group');
  const kind = own(objectAt(spec, 'names'), 'kind');
  const versions = own(spec, 'versions');
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return [];
  const all = versions.filter((version: JsonValue) => isObject(version));
  const served = all.flatMap((version) => (own(version, 'served') === true ? [`${group}/${nameOf(version)}`] : []));
  return all.map((version) => ({
    name: `${group}/${nameOf(version)} ${kind}`,
    shape: READER.shape(own(objectAt(version, 'schema'), 'openAPIV3Schema')),
    isClustered: own(spec, 'scope') === 'Cluster',
    isServed: own(version, 'served') === true,
    isDeprecated: own(version, 'deprecated') === true,
    served,
  }));
}

function nameOf(version: JsonObject): string {
  const name = own(version, 'name');
  return typeof name === 'string' ? name : '';
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const found = own(value, key);
  return isObject(found) ? found : {};
}
