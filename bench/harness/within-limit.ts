/** An upload that is not refused for its size: of a dump that is too long, evenly spread Pods are left out. */

import { readFileSync, writeFileSync } from 'node:fs';
import { LIMITS } from '../../src/ingest/limits.ts';
import type { Input } from './inputs.ts';

export function withinLimit(input: Input): Input {
  const most = LIMITS.requestBytes.value;
  if (input.bytes <= most) return input;
  const lines = readFileSync(input.path, 'utf8').trimEnd().split('\n');
  const isPod = (line: string) => line.startsWith('{"apiVersion":"v1","kind":"Pod"');
  const pods = lines.filter(isPod);
  const podBytes = pods.reduce((sum, line) => sum + line.length + 1, 0);
  const step = Math.floor(podBytes / (input.bytes - most));
  let seen = 0;
  const kept = lines.filter((line) => !isPod(line) || seen++ % step > 0);
  const path = input.path.replace(/\.ndjson$/, '.cut.ndjson');
  const text = `${kept.join('\n')}\n`;
  writeFileSync(path, text);
  return { ...input, path, bytes: Buffer.byteLength(text), objects: kept.length };
}
