/**
 * Health checks. Docker marks a container unhealthy and leaves it running, which is what a readiness probe does
 * (https://docs.docker.com/reference/dockerfile/#healthcheck); a liveness probe, which restarts, only on a kompose label.
 * The start period is a startup probe. Docker's defaults are written out, for they are not those of Kubernetes.
 */

import type { Service } from '../../docker/service.ts';
import { type JsonValue, own } from '../../ingest/document.ts';
import type { YamlMapping } from '../../util/yaml-writer.ts';
import { from } from '../manifests/manifest.ts';
import { entryAt, type Plan } from '../plan.ts';
import { integerOf, secondsOf, textsOf } from './quantity.ts';

const LABEL = 'kompose.service.healthcheck.';

/** What a check of Docker does where it does not say (https://docs.docker.com/reference/dockerfile/#healthcheck). */
const DEFAULTS = { interval: 30, timeout: 30, retries: 3 } as const;

export function probesOf(plan: Plan, service: Service): YamlMapping {
  const check = (key: string): JsonValue | undefined => service.healthcheck && own(service.healthcheck, key);
  const test = execOf(textsOf(check('test')));
  const interval = secondsOf(check('interval')) ?? DEFAULTS.interval;
  const timing = {
    periodSeconds: interval,
    timeoutSeconds: secondsOf(check('timeout')) ?? DEFAULTS.timeout,
    failureThreshold: integerOf(check('retries')) || DEFAULTS.retries,
  };
  const start = secondsOf(check('start_period'));
  const startInterval = secondsOf(check('start_interval')) ?? interval;
  const isOn = test !== undefined && check('disable') !== true;
  const readiness = labelled(service, 'readiness') ?? (isOn ? { exec: { command: test }, ...timing } : undefined);
  const startup =
    isOn && start !== undefined
      ? {
          exec: { command: test },
          periodSeconds: startInterval,
          timeoutSeconds: timing.timeoutSeconds,
          failureThreshold: Math.ceil(start / startInterval) + timing.failureThreshold,
        }
      : undefined;
  const origin = entryAt(service, 'healthcheck');
  return {
    livenessProbe: from(plan, labelled(service, 'liveness'), entryAt(service, 'labels')),
    readinessProbe: from(plan, readiness, service.healthcheck ? origin : entryAt(service, 'labels')),
    startupProbe: from(plan, startup, origin),
  };
}

/** `CMD` runs a program, `CMD-SHELL` asks a shell, `NONE` turns the image's own check off. */
export function execOf([kind, ...words]: readonly string[]): readonly string[] | undefined {
  if (kind === 'CMD' && words.length > 0) return words;
  return kind === 'CMD-SHELL' && words.length > 0 ? ['/bin/sh', '-c', words.join(' ')] : undefined;
}

/** A probe that kompose's labels describe (https://kompose.io/user-guide/#labels). */
function labelled({ labels }: Service, kind: 'liveness' | 'readiness'): YamlMapping | undefined {
  const label = (key: string) => labels.get(`${LABEL}${kind}.${key}`);
  if (label('disable') === 'true') return undefined;
  const path = label('http_get_path');
  const http = integerOf(label('http_get_port'));
  const tcp = integerOf(label('tcp_port'));
  const words = label('test');
  const action =
    http !== undefined
      ? { httpGet: { path: path ?? '/', port: http } }
      : tcp !== undefined
        ? { tcpSocket: { port: tcp } }
        : words === undefined
          ? undefined
          : { exec: { command: testOf(words) } };
  if (!action) return undefined;
  return {
    ...action,
    initialDelaySeconds: secondsOf(label('start_period')),
    periodSeconds: secondsOf(label('interval')) ?? DEFAULTS.interval,
    timeoutSeconds: secondsOf(label('timeout')) ?? DEFAULTS.timeout,
    failureThreshold: integerOf(label('retries')) || DEFAULTS.retries,
  };
}

/** The label holds a list in JSON, or a line for the shell. */
function testOf(text: string): readonly string[] {
  const listed = /^\[\s*(".*")\s*\]$/.exec(text)?.[1];
  const words = listed?.match(/"(?:[^"\\]|\\.)*"/g)?.map((word) => word.slice(1, -1).replaceAll('\\"', '"'));
  return (words && (execOf(words) ?? words)) || ['/bin/sh', '-c', text.replace(/^CMD(?:-SHELL)?\s+/, '')];
}
