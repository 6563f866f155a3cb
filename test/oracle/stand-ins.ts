/**
 * Pods that might be: those that a controller would make from its template, where the manifests show none of its pods. A
 * label whose value only the cluster knows, such as `pod-template-hash`, may have any value: for each that a selector
 * mentions, and for one that none does, there is a pod. Follows
 * https://kubernetes.io/docs/reference/labels-annotations-taints/.
 */
import type { Labels, Manifest, PodManifest, PodSpec } from './manifests.ts';

/** The fields that decide what pods of a controller look like. */
interface Controller {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec: { readonly template: Template } };
  };
}

interface Template {
  readonly metadata?: { readonly labels?: Labels | null };
  readonly spec: PodSpec;
}

const MADE_UP: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  StatefulSet: ['controller-revision-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: ['batch.kubernetes.io/controller-uid', 'controller-uid'],
  CronJob: ['batch.kubernetes.io/job-name', 'job-name', 'batch.kubernetes.io/controller-uid', 'controller-uid'],
};

/**
 * Two pods of each kind there might be, or one where `named` says which pod of a StatefulSet is meant. Empty where the
 * objects hold no such controller.
 */
export function standIns(objects: readonly Manifest[], id: string, named?: string): readonly PodManifest[] {
  const controller = objects.map(asController).find((object) => object !== undefined && idOf(object) === id);
  if (controller === undefined) {
    return [];
  }
  const { kind, metadata, spec } = controller;
  const template = spec.template ?? spec.jobTemplate?.spec.template;
  const own = { ...template?.metadata?.labels, ...addedLabels(controller, named) };
  const choices = (MADE_UP[kind] ?? []).filter((key) => !Object.hasOwn(own, key)).map((key) => values(objects, key));
  const labels = choices.reduce<readonly Labels[]>(
    (all, { key, options }) => all.flatMap((each) => options.map((value) => ({ ...each, [key]: value }))),
    [own],
  );
  const each = named === undefined ? labels.flatMap((one) => [one, one]) : labels;
  return each.map((found, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${named ?? metadata.name}.${kind}.${index}`.toLowerCase(),
      namespace: metadata.namespace ?? 'default',
      labels: found,
    },
    spec: template?.spec ?? { containers: [] },
  }));
}

function asController(object: Manifest): Controller | undefined {
  const spec: unknown = 'spec' in object ? object.spec : undefined;
  const has = typeof spec === 'object' && spec !== null && ('template' in spec || 'jobTemplate' in spec);
  return has ? (object as Controller) : undefined;
}

function idOf({ kind, metadata }: Controller): string {
  return `${metadata.namespace ?? 'default'}/${metadata.name}[${kind}]`;
}

function addedLabels({ kind, metadata }: Controller, named: string | undefined): Labels {
  if (kind === 'Job') {
    return { 'batch.kubernetes.io/job-name': metadata.name, 'job-name': metadata.name };
  }
  if (kind !== 'StatefulSet' || named === undefined) {
    return {};
  }
  return {
    'statefulset.kubernetes.io/pod-name': named,
    'apps.kubernetes.io/pod-index': named.slice(metadata.name.length + 1),
  };
}

function values(
  objects: readonly Manifest[],
  key: string,
): { readonly key: string; readonly options: readonly string[] } {
  return { key, options: [...new Set([...objects.flatMap((object) => mentioned(object, key)), 'unmentioned'])] };
}

/** Wherever a selector may stand; that of a Service is a map of labels itself. */
function mentioned(part: unknown, key: string): readonly string[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const { matchLabels, selector, key: asked, values: listed } = part as Record<string, unknown>;
  const label = [matchLabels, selector].flatMap((map) => Object.entries(map ?? {}));
  return [
    ...label.flatMap(([name, value]) => (name === key ? [String(value)] : [])),
    ...(asked === key && Array.isArray(listed) ? listed.map(String) : []),
    ...Object.values(part).flatMap((inner) => mentioned(inner, key)),
  ];
}
