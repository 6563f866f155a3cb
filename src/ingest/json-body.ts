/**
 * A JSON body: an envelope of files and options, or one file as `kubectl get -o json`, Compose and `docker inspect`
 * write it. The top-level keys tell which.
 */

import { readEnvelope, readPairEnvelope } from './envelope.ts';
import { type JsonScan, scanJson, skipSpace } from './json-scan.ts';
import type { Limits } from './limits.ts';
import { malformed, type Upload } from './upload.ts';

const EXPECTED =
  'Expected an envelope, { "files": [{ "path": "a.yaml", "content": "…" }] }, an object with apiVersion and kind, a ' +
  'Compose file with services, or an array of objects.';

/** Reads a JSON body, as the file `path` where it is one. Throws a `ProblemError` when it is neither. */
export function readJsonBody(bytes: Uint8Array, path: string, limits: Limits): Upload {
  const file: Upload = { files: [{ path, bytes }], options: {} };
  const text = new TextDecoder().decode(bytes);
  const start = skipSpace(text, 0);
  if (text[start] === '[') return file;
  if (text[start] !== '{') malformed(`The body is no JSON object or array. ${EXPECTED}`);
  const scan = scanJson(text, start, limits.nesting);
  const envelope = envelopeOf(scan);
  if (envelope === 'pair') return readPairEnvelope(text, bytes.length, limits);
  if (envelope === 'one') return readEnvelope(text, bytes.length, limits);
  const whole = scan.end >= 0 && skipSpace(text, scan.end) === text.length;
  if (whole && isForeign(scan)) malformed(`The JSON object is none that is known here. ${EXPECTED}`);
  return file;
}

/** Whether a text begins as an envelope. */
export function beginsEnvelope(text: string, limits: Limits): boolean {
  return envelopeOf(scanJson(text, skipSpace(text, 0), limits.nesting)) !== undefined;
}

/** Which envelope an object is, by its keys; undefined for a manifest. */
function envelopeOf({ topKeys }: JsonScan): 'one' | 'pair' | undefined {
  const has = (key: string) => topKeys.includes(key);
  if (has('apiVersion') && has('kind')) return undefined;
  if (has('before') || has('after')) return 'pair';
  return has('files') || has('snapshot') ? 'one' : undefined;
}

function isForeign(scan: JsonScan): boolean {
  return !['apiVersion', 'kind', 'services', 'items', 'Id'].some((key) => scan.topKeys.includes(key));
}
