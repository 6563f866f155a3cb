/** An object of a translation, and the parts that all of them have (https://kubernetes.io/docs/concepts/overview/working-with-objects/). */

import type { Origin } from '../../ingest/document.ts';
import { Noted, type YamlMapping, type YamlNode } from '../../util/yaml-writer.ts';
import { MANAGED_BY, NAME, PART_OF } from '../labels.ts';
import type { Plan } from '../plan.ts';

/** Where it is written: with what belongs to the whole project, or with the service it is called after. */
export type Part = 'namespace' | 'policies' | 'storage' | { readonly service: string };

export interface Manifest {
  readonly part: Part;
  /** Comments above it. */
  readonly head?: readonly string[];
  readonly object: YamlMapping;
}

/** The metadata of an object of the project; `unit` is the name of the workload it belongs to. */
export function metadata(plan: Plan, name: string, unit?: string, more: YamlMapping = {}): YamlMapping {
  return { name, namespace: plan.namespace, labels: commonLabels(plan, unit), ...more };
}

export function commonLabels({ project }: Plan, unit?: string): YamlMapping {
  return {
    ...(unit === undefined ? {} : { [NAME]: unit }),
    [PART_OF]: labelValue(project.name),
    [MANAGED_BY]: 'portolan',
  };
}

/** A text as the value of a label; what it may not hold becomes `-`. */
export function labelValue(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** A value with the line it comes from; undefined where there is nothing to say. */
export function from(plan: Plan, value: YamlNode | undefined, origin: Origin): Noted | undefined {
  return value === undefined || isNothing(value) ? undefined : new Noted(value, plan.at(origin));
}

/** The value, or undefined where it is an empty list or mapping: such fields are not written. */
export function filled<T extends YamlNode>(value: T | undefined): T | undefined {
  return value === undefined || isNothing(value) ? undefined : value;
}

function isNothing(value: YamlNode): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Noted) return false;
  if (value instanceof Map) return value.size === 0;
  return Object.values(value).every((member) => member === undefined);
}
