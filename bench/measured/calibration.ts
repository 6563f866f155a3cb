/**
 * A piece of work that never changes: `JSON.parse` of the same five megabytes. A time divided by the calibration of the
 * same process can be compared between machines, and between hours of one machine.
 */

import { cpuOf } from './cpu.ts';

const OBJECTS = 17_400;
const REPETITIONS = 3;

/** Milliseconds of CPU time, the best of a few. */
export function calibrate(): number {
  const text = calibrationText();
  return Math.min(...Array.from({ length: REPETITIONS }, () => cpuOf(() => JSON.parse(text)).ms));
}

/** About 250 characters for each object, which look like a small manifest. */
export function calibrationText(): string {
  const objects = Array.from({ length: OBJECTS }, (_, i) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `web-${i}`, namespace: `team-${i % 97}`, labels: { app: `web-${i % 1009}`, tier: 'frontend' } },
    spec: {
      containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 + (i % 13), protocol: 'TCP' }] }],
    },
    status: { phase: 'Running', podIP: `10.128.${i >> 8}.${i & 255}` },
  }));
  return JSON.stringify(objects);
}
