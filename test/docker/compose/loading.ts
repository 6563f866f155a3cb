/** Loads Compose files for tests: the one project they hold, what is refused and what else is said. */

import type { ComposeOptions } from '../../../src/docker/compose/options.ts';
import { type ComposeProjects, composeProjects } from '../../../src/docker/compose.ts';
import type { JsonObject, JsonValue } from '../../../src/ingest/document.ts';
import type { Finding } from '../../../src/ingest/finding.ts';
import { Locator } from '../../../src/ingest/locator.ts';
import { lintProject } from '../../../src/lint/lint-project.ts';

/** One text is `compose.yaml`. */
export type Files = string | Readonly<Record<string, string>>;

export function loadAll(files: Files, options: ComposeOptions = {}): ComposeProjects {
  const texts = typeof files === 'string' ? { 'compose.yaml': files } : files;
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return composeProjects(sources, options);
}

/** Every finding about the projects, those of the rules among them. */
export function findings(files: Files, options: ComposeOptions = {}): Finding[] {
  const { projects, findings: beside } = loadAll(files, options);
  const linted = projects.flatMap(({ loaded }) => (loaded ? lintProject(loaded.project) : []));
  return [...beside, ...projects.flatMap((project) => project.findings), ...linted];
}

/** What is refused, as `RULE file:line /pointer`. */
export function refusals(files: Files, options: ComposeOptions = {}): string[] {
  return placed(findings(files, options).filter(({ refused }) => refused));
}

/** What is said but not refused, in the same form. */
export function notes(files: Files, options: ComposeOptions = {}): string[] {
  return placed(findings(files, options).filter(({ refused }) => !refused));
}

function placed(said: readonly Finding[]): string[] {
  const locator = new Locator();
  return said.map(({ rule, place }) => {
    if (!place) return rule;
    const { file, line } = locator.locate(place);
    return [`${rule} ${file}:${line}`, ...('document' in place ? [place.pointer] : [])].join(' ');
  });
}

/** The canonical model; fails where the files are refused. */
export function canonical(files: Files, options: ComposeOptions = {}): JsonObject {
  const model = loadAll(files, options).projects[0]?.loaded?.canonical;
  if (!model) throw new Error(`refused: ${findings(files, options).map(({ message }) => message)}`);
  return model;
}

/** The value at `services.a…` of the canonical model, by its keys. */
export function ofService(files: Files, ...keys: readonly string[]): JsonValue | undefined {
  return dig(canonical(files), 'services', 'a', ...keys);
}

export function dig(value: JsonValue | undefined, ...keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>((place, key) => {
    if (Array.isArray(place)) return place[Number(key)];
    return typeof place === 'object' && place !== null ? (place as JsonObject)[key] : undefined;
  }, value);
}

/** A service `a` with these attributes, in flow form. */
export function withService(attributes: string): string {
  return `services: {a: {image: x, ${attributes}}}\n`;
}
