/**
 * A project to the objects of a cluster and the losses on the way. Nothing here decides whether the result is as good as
 * it should be: the proof reads what is written, and knows nothing of how it was made.
 */

import type { Project } from '../docker/project.ts';
import type { YamlNode } from '../util/yaml-writer.ts';
import { nameLabel, YES } from './labels.ts';
import { noteLabels } from './losses/label-losses.ts';
import type { Loss } from './losses/loss.ts';
import { noteNetworks } from './losses/network-losses.ts';
import { commonLabels, type Manifest } from './manifests/manifest.ts';
import { networkingOf } from './networks/network-policies.ts';
import type { TranslateOptions } from './options.ts';
import { type Plan, planOf } from './plan.ts';
import { frontDoor } from './services/front-door.ts';
import { gateway } from './services/http.ts';
import { nameServices, sharedNames } from './services/name-services.ts';
import { type LedName, ledNames, noteNames } from './services/names.ts';
import { grantObjects } from './storage/grants.ts';
import { isOwnOf } from './storage/volume-use.ts';
import { claims } from './storage/volumes.ts';
import type { UploadedFiles } from './uploaded.ts';
import { kindOf } from './workload/kind.ts';
import { workloadOf } from './workload/workload.ts';

export interface Translation {
  readonly namespace: string;
  /** In an order in which they can be applied. */
  readonly manifests: readonly Manifest[];
  readonly losses: readonly Loss[];
}

export function translate(project: Project, options: TranslateOptions, files: UploadedFiles): Translation {
  const plan = planOf(project, options, files);
  const led = ledNames(plan);
  const networking = networkingOf(plan);
  const names = nameServices(plan, led);
  const workloads = plan.units.flatMap((unit) => [
    ...workloadOf(plan, { unit, labels: labelsOf(led, unit, networking.labels.get(unit) ?? new Map()) }),
    ...names.filter(({ part }) => typeof part === 'object' && part.service === unit.name),
    ...frontDoor(plan, unit),
  ]);
  noteNames(plan, led);
  noteNetworks(plan);
  noteLabels(plan);
  const isRouted = workloads.some(({ object }) => 'kind' in object && object['kind'] === 'HTTPRoute');
  const own = claims(plan, (use) =>
    plan.units.some((unit) => kindOf(plan, unit) === 'StatefulSet' && isOwnOf(use, unit)),
  );
  const manifests = [
    namespaceObject(plan),
    ...networking.policies,
    ...grantObjects(plan),
    ...own,
    ...(isRouted ? [gateway(plan)] : []),
    ...workloads,
  ];
  return { namespace: plan.namespace, manifests, losses: plan.losses.all };
}

function labelsOf(
  led: readonly LedName[],
  unit: Plan['units'][number],
  own: ReadonlyMap<string, YamlNode>,
): ReadonlyMap<string, YamlNode> {
  return new Map([...own, ...sharedNames(led, unit).map((name): [string, YamlNode] => [nameLabel(name), YES])]);
}

function namespaceObject(plan: Plan): Manifest {
  const object = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: plan.namespace, labels: commonLabels(plan) },
  };
  return {
    part: 'namespace',
    head: [`The project ${plan.project.name}, from ${plan.project.origin.document.source.path}.`],
    object,
  };
}
