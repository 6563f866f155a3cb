/**
 * Which controller runs a pod (https://kubernetes.io/docs/concepts/workloads/). Compose restarts what it is told to; an
 * absent `restart` is "no" there, but means a server all the same, so that only what says that it ends becomes a Job.
 * Tested in `test/translate/workload-kind.test.ts`.
 */

import type { Service } from '../../docker/service.ts';
import { own } from '../../ingest/document.ts';
import { textOf } from '../container/quantity.ts';
import type { Plan } from '../plan.ts';
import type { Unit } from '../pods/unit.ts';
import { isOwnOf } from '../storage/volume-use.ts';

export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';

/** What kompose's label may ask for (https://kompose.io/user-guide/#labels). */
const CONTROLLERS: Readonly<Record<string, WorkloadKind>> = {
  deployment: 'Deployment',
  replicationcontroller: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  job: 'Job',
};

export function kindOf(plan: Plan, unit: Unit): WorkloadKind {
  const { root } = unit;
  if (root.labels.get('kompose.cronjob.schedule') !== undefined) return 'CronJob';
  const asked = root.labels.get('kompose.controller.type')?.toLowerCase() ?? '';
  const controller = Object.hasOwn(CONTROLLERS, asked) ? CONTROLLERS[asked] : undefined;
  if (controller) return controller;
  const mode = textOf(root.deploy && own(root.deploy, 'mode'));
  if (mode === 'global') return 'DaemonSet';
  if (mode === 'replicated-job' || mode === 'global-job' || isOneShot(plan, root)) return 'Job';
  const isStateful =
    root.replicas === 1 &&
    unit.space.kind === 'networks' &&
    plan.options.volumes === 'claims' &&
    [...plan.volumes.values()].some((use) => isOwnOf(use, unit));
  return isStateful ? 'StatefulSet' : 'Deployment';
}

/** It is waited for to end; or it says that it is not to be restarted, and nobody dials it. */
function isOneShot({ project }: Plan, service: Service): boolean {
  const waiting = [...project.services.values()].flatMap(({ depends_on }) => depends_on.get(service.name) ?? []);
  if (waiting.some(({ condition }) => condition === 'service_completed_successfully')) return true;
  if (!saysItEnds(service) || service.ports.length > 0 || service.expose.length > 0 || service.healthcheck)
    return false;
  return waiting.length === 0;
}

/** `restart: "no"` or `on-failure`, written down. */
export function saysItEnds({ restart }: Service): boolean {
  return restart !== undefined && /^(?:no|on-failure(?::\d+)?)$/.test(restart);
}

/** How often a Job tries again: what `on-failure` says at most, never where it is not to be restarted. */
export function backoffLimit({ restart, labels }: Service): number | undefined {
  const label = labels.get('kompose.cronjob.backoff_limit');
  if (label !== undefined && /^\d{1,6}$/.test(label)) return Number(label);
  if (restart === undefined || restart === 'no') return restart === 'no' ? 0 : undefined;
  const [, most] = /^on-failure:(\d{1,6})$/.exec(restart) ?? [];
  return most === undefined ? undefined : Number(most);
}
