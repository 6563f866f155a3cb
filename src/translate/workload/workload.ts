/** The controller of a unit's pods, and what it needs beside them (https://kubernetes.io/docs/concepts/workloads/controllers/). */

import { isObject, own } from '../../ingest/document.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { integerOf, textOf } from '../container/quantity.ts';
import { memberLabel, NAME } from '../labels.ts';
import { commonLabels, filled, from, type Manifest, metadata } from '../manifests/manifest.ts';
import { entryAt, type Plan } from '../plan.ts';
import { PodDraft } from '../pods/draft.ts';
import { podSpec } from '../pods/pod.ts';
import type { Unit } from '../pods/unit.ts';
import { backoffLimit, kindOf, type WorkloadKind } from './kind.ts';

export interface Labelled {
  readonly unit: Unit;
  /** Labels of the pods beside those that all objects have. */
  readonly labels: ReadonlyMap<string, YamlNode>;
}

export function workloadOf(plan: Plan, labelled: Labelled): Manifest[] {
  const { unit, labels } = labelled;
  const kind = kindOf(plan, unit);
  const draft = new PodDraft(unit);
  const restart = kind === 'Job' || kind === 'CronJob' ? jobRestart(unit) : undefined;
  const spec = podSpec(plan, draft, restart);
  const members = unit.services.slice(1).map(({ name, origin }): [string, YamlNode] => {
    return [memberLabel(plan.names.get(name) ?? name), from(plan, 'true', origin) ?? 'true'];
  });
  const template = {
    metadata: {
      labels: new Map([...Object.entries(commonLabels(plan, unit.name)), ...members, ...labels] as [
        string,
        YamlNode,
      ][]),
      annotations: filled(annotationsOf(plan, unit)),
    },
    spec,
  };
  const object = {
    apiVersion: kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: from(plan, metadata(plan, unit.name, unit.name), unit.root.origin),
    spec: specOf(plan, kind, { labelled, template, templates: draft.templates }),
  };
  return [...draft.objects, { part: { service: unit.name }, object }];
}

/** `restart: "no"` is never; everything else tries again in the same pod. */
function jobRestart({ root }: Unit): 'Never' | 'OnFailure' {
  return root.restart === 'no' || root.restart === undefined ? 'Never' : 'OnFailure';
}

/** Labels of a container are for tools of the host; those of Kubernetes' tools may be meant for a cluster. */
function annotationsOf(plan: Plan, { root }: Unit): YamlMapping {
  const annotations = own(root.definition, 'annotations');
  if (!isObject(annotations)) return {};
  return new Map(
    Object.entries(annotations).map(([key, value]): [string, YamlNode] => {
      return [key, from(plan, textOf(value), entryAt(root, 'annotations', key)) ?? ''];
    }),
  );
}

interface Parts {
  readonly labelled: Labelled;
  readonly template: YamlMapping;
  readonly templates: readonly YamlNode[];
}

function specOf(plan: Plan, kind: WorkloadKind, { labelled, template, templates }: Parts): YamlMapping {
  const { unit } = labelled;
  const { root } = unit;
  const selector = { matchLabels: { [NAME]: unit.name } };
  const replicas = from(
    plan,
    root.replicas,
    root.deploy ? entryAt(root, 'deploy', 'replicas') : entryAt(root, 'scale'),
  );
  const plain = root.replicas === 1 ? 1 : replicas;
  switch (kind) {
    case 'Deployment':
      return { replicas: plain, selector, strategy: strategyOf(plan, unit), template };
    case 'StatefulSet':
      return { serviceName: unit.name, replicas: plain, selector, template, volumeClaimTemplates: filled(templates) };
    case 'DaemonSet':
      return { selector, template };
    case 'Job':
      return jobSpec(plan, unit, template);
    case 'CronJob':
      return {
        schedule: from(plan, root.labels.get('kompose.cronjob.schedule'), entryAt(root, 'labels')),
        concurrencyPolicy: from(plan, root.labels.get('kompose.cronjob.concurrency_policy'), entryAt(root, 'labels')),
        jobTemplate: { spec: jobSpec(plan, unit, template) },
      };
  }
}

function jobSpec(plan: Plan, { root }: Unit, template: YamlMapping): YamlMapping {
  const many = root.replicas === 1 ? undefined : root.replicas;
  return {
    parallelism: many,
    completions: many,
    backoffLimit: from(plan, backoffLimit(root), entryAt(root, 'restart')),
    template,
  };
}

/** A volume of one node's cannot be had by the old pod and the new one at once. */
function strategyOf(plan: Plan, unit: Unit): YamlNode | undefined {
  const { root } = unit;
  const hasVolume = [...plan.volumes.values()].some(({ units, volume }) => units.has(unit) && !volume.external);
  if (hasVolume && plan.options.volumes !== 'emptydir') return { type: 'Recreate' };
  const update = root.deploy && own(root.deploy, 'update_config');
  if (!isObject(update)) return undefined;
  const parallel = integerOf(own(update, 'parallelism')) ?? 1;
  const isStartFirst = own(update, 'order') === 'start-first';
  const many = parallel === 0 ? '100%' : parallel;
  const rolling = isStartFirst ? { maxSurge: many, maxUnavailable: 0 } : { maxSurge: 0, maxUnavailable: many };
  return from(plan, { type: 'RollingUpdate', rollingUpdate: rolling }, entryAt(root, 'deploy', 'update_config'));
}
