/**
 * What runs pods (https://kubernetes.io/docs/concepts/workloads/; kubernetes/kubernetes pkg/apis/apps/validation and
 * pkg/apis/batch/validation): that it selects the pods of its own template, and how these may be restarted.
 */

import type { Field } from '../../field.ts';
import type { WorkloadKind } from '../../workload-kinds.ts';
import { isGiven, itemsOf, membersOf, numberOf, textOf } from '../field-values.ts';
import { checkLabelSelector, meetsSelector } from './label-selector.ts';
import { checkAnnotations, checkLabels } from './metadata.ts';
import { checkPodSpec } from './pod-spec.ts';

/** Kinds that select pods, and must name a label. */
const SELECTING: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet']);
const ALWAYS: ReadonlySet<string> = new Set([...SELECTING, 'ReplicationController']);
const MACRO = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$|^@every \S+$/;
const CRON_FIELD = /^[\d*/,?A-Za-z#-]+$/;

export function checkWorkload(root: Field, row: WorkloadKind): void {
  const { kind } = row;
  const spec = root.at('spec');
  const template = row.template(root);
  if (kind !== 'Pod') {
    checkLabels(template.at('metadata').at('labels'));
    checkAnnotations(template.at('metadata').at('annotations'));
  }
  const claims = kind === 'StatefulSet' ? itemsOf(spec.at('volumeClaimTemplates')) : [];
  checkPodSpec(template.at('spec'), {
    claims: claims.flatMap((claim) => textOf(claim.at('metadata').at('name')) ?? []),
  });
  checkRestart(template.at('spec'), kind);
  if (SELECTING.has(kind)) checkSelector(spec.at('selector'), template.at('metadata').at('labels'), kind);
  if (kind === 'Deployment') checkStrategy(spec.at('strategy'));
  if (kind === 'CronJob') checkSchedule(spec.at('schedule'));
}

function checkSelector(selector: Field, labels: Field, kind: string): void {
  checkLabelSelector(selector);
  if (selector.absent || typeof selector.value !== 'object') return;
  const requirements = [...membersOf(selector.at('matchLabels')), ...itemsOf(selector.at('matchExpressions'))];
  if (requirements.length === 0) selector.refuse('POD016', `the selector of a ${kind} must not be empty`);
  else if (!meetsSelector(selector, labels)) {
    const message = `the labels of the template do not meet the selector of the ${kind}: give the template these labels`;
    (labels.absent ? selector : labels).refuse('POD016', message);
  }
}

function checkRestart(spec: Field, kind: string): void {
  const policy = spec.at('restartPolicy');
  const text = textOf(policy);
  if (ALWAYS.has(kind) && text !== undefined && text !== 'Always') {
    policy.refuse('SCH003', `the pods of a ${kind} have restartPolicy Always`);
  }
  if (kind !== 'Job' && kind !== 'CronJob') return;
  const message = `the pods of a ${kind} need restartPolicy OnFailure or Never`;
  if (text === 'Always') policy.refuse('SCH003', message);
  else if (policy.absent && isGiven(spec)) spec.refuse('SCH004', message);
}

function checkStrategy(strategy: Field): void {
  const rolling = strategy.at('rollingUpdate');
  if (strategy.at('type').value === 'Recreate' && !rolling.absent) {
    rolling.refuse('SCH003', 'strategy Recreate has no rollingUpdate; remove it');
  }
  const [surge, gone] = [rolling.at('maxSurge'), rolling.at('maxUnavailable')];
  if (isZero(surge) && isZero(gone)) gone.refuse('SCH003', 'maxSurge and maxUnavailable cannot both be 0');
}

function isZero({ value }: Field): boolean {
  return value === 0 || value === '0%';
}

function checkSchedule(schedule: Field): void {
  const text = textOf(schedule);
  if (text === undefined) {
    if (schedule.value === '') schedule.refuse('SCH004', 'a CronJob needs a schedule');
    return;
  }
  const fields = text.trim().split(/\s+/);
  const isCron = fields.length === 5 && fields.every((field) => CRON_FIELD.test(field));
  if (/^(?:CRON_)?TZ=/.test(text)) {
    schedule.refuse('SCH003', 'a schedule holds no time zone; set timeZone');
  } else if (!isCron && !MACRO.test(text)) {
    schedule.refuse('SCH003', 'a schedule has five fields: minute, hour, day of month, month and day of week');
  }
}

/** How a HorizontalPodAutoscaler's bounds go together. */
export function checkAutoscaler(root: Field): void {
  const spec = root.at('spec');
  const [least, most] = [numberOf(spec.at('minReplicas')) ?? 1, numberOf(spec.at('maxReplicas'))];
  if (most !== undefined && least > most)
    spec.at('maxReplicas').refuse('SCH003', 'maxReplicas must not be less than minReplicas');
}

/** What a PodDisruptionBudget may say. */
export function checkDisruptionBudget(root: Field): void {
  const spec = root.at('spec');
  checkLabelSelector(spec.at('selector'));
  if (isGiven(spec.at('minAvailable')) && isGiven(spec.at('maxUnavailable'))) {
    spec.at('maxUnavailable').refuse('SCH003', 'a budget has minAvailable or maxUnavailable, not both');
  }
}
