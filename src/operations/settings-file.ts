/**
 * `portolan.yaml`: what a repository asks of validate, in the words of the request's options. What a request asks comes
 * first; lists are joined.
 */

import type { Analysis } from '../analysis/analysis.ts';
import { isObject } from '../ingest/document.ts';
import { Fault } from '../ingest/fault.ts';
import type { Finding } from '../ingest/finding.ts';
import { DEFAULT_LIMITS, pointerTo, type Source } from '../ingest/index.ts';
import { readYaml } from '../ingest/yaml-read.ts';
import { type LintInput, settingsFile } from './validate-options.ts';

export interface AskedSettings {
  readonly asked: LintInput;
  /** What is wrong with the file. */
  readonly findings: readonly Finding[];
}

export function askedSettings(analysis: Analysis, request: LintInput): AskedSettings {
  const [source, ...others] = analysis.settingsFiles;
  if (!source) return { asked: request, findings: [] };
  const { value, findings } = readSettings(source);
  return { asked: joined(value, request), findings: [...findings, ...others.map((other) => unused(other, source))] };
}

function joined(file: LintInput, request: LintInput): LintInput {
  return {
    ...file,
    ...request,
    rules: { ...file.rules, ...request.rules },
    ignore: [...(file.ignore ?? []), ...(request.ignore ?? [])],
    unsuppressible: [...(file.unsuppressible ?? []), ...(request.unsuppressible ?? [])],
    baseline: [...(file.baseline ?? []), ...(request.baseline ?? [])],
  };
}

function readSettings(source: Source): { value: LintInput; findings: readonly Finding[] } {
  const read = readYaml(source.text, DEFAULT_LIMITS);
  if (read instanceof Fault) {
    return { value: {}, findings: [wrong(read.message, { source, offset: read.offset })] };
  }
  const given = read.value ?? {};
  const checked = settingsFile.safeParse(given);
  if (checked.success) return { value: checked.data, findings: [] };
  const document = { source, start: 0, end: source.text.length, prefix: '', value: isObject(given) ? given : {} };
  const findings = checked.error.issues.map(({ path, message }) => {
    const pointer = path.reduce<string>((way, key) => pointerTo(way, typeof key === 'symbol' ? '' : key), '');
    return wrong(`${path.map(String).join('.') || 'the file'}: ${message}`, { document, pointer });
  });
  return { value: {}, findings };
}

function wrong(message: string, place: Finding['place']): Finding {
  const text = `The settings of validate cannot be read, and none of the file counts: ${message}`;
  return { rule: 'LNT005', severity: 'error', message: text, ...(place ? { place } : {}) };
}

function unused(source: Source, used: Source): Finding {
  const message = `Settings are taken from ${used.path}; those of this file count for nothing. Join them.`;
  return { rule: 'LNT005', severity: 'warning', message, place: { source, offset: 0 } };
}
