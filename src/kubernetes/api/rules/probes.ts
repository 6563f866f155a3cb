/** Probes and lifecycle hooks (kubernetes/kubernetes pkg/apis/core/validation validateProbe, validateHandler). */

import type { Field } from '../../field.ts';
import { isGiven, numberOf } from '../field-values.ts';
import { checkPortReference } from './ports.ts';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** `isInit`: of a container that must end before the others begin. */
export function checkProbes(container: Field, isInit: boolean): void {
  for (const key of PROBES) {
    const probe = container.at(key);
    if (probe.absent || typeof probe.value !== 'object') continue;
    if (isInit) {
      probe.refuse(
        'SCH003',
        `an init container that ends has no ${key}; give it restartPolicy: Always, or remove this`,
      );
      continue;
    }
    checkHandler(probe);
    const threshold = numberOf(probe.at('successThreshold')) ?? 1;
    if (key !== 'readinessProbe' && threshold > 1) {
      probe.at('successThreshold').refuse('SCH003', `successThreshold of a ${key} must be 1`);
    }
    const grace = probe.at('terminationGracePeriodSeconds');
    if (key === 'readinessProbe' && !grace.absent) {
      grace.refuse('SCH003', 'a readinessProbe ends nothing, and has no terminationGracePeriodSeconds');
    }
  }
}

export function checkHandler(handler: Field): void {
  const given = HANDLERS.filter((key) => !handler.at(key).absent);
  const [, second] = given;
  const names = 'exec, httpGet, tcpSocket or grpc';
  if (given.length === 0 && handler.object()) handler.refuse('SCH004', `it needs to know how to ask: ${names}`);
  if (second !== undefined) handler.at(second).refuse('SCH003', 'it asks in one way, and two are given');
  for (const key of ['httpGet', 'tcpSocket'] as const) {
    const port = handler.at(key).at('port');
    if (isGiven(port)) checkPortReference(port);
  }
}
