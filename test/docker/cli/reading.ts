/** Command lines read for a test: what they make, and what is found about them, with lines and columns. */

import { type CommandLines, loadCommandLines } from '../../../src/docker/cli/command-lines.ts';
import type { Network } from '../../../src/docker/network.ts';
import type { Service } from '../../../src/docker/service.ts';
import { type Finding, Locator } from '../../../src/ingest/index.ts';

/** One text is the file `a.txt`, which is read line by line. */
export function read(
  files: string | Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): CommandLines {
  const named = typeof files === 'string' ? { 'a.txt': files } : files;
  const sources = Object.entries(named).map(([path, text]) => ({ path, text }));
  return loadCommandLines(sources, { projectName: undefined, env: new Map(Object.entries(env)) });
}

/** `RULE line:column`, with `!` behind it where the command is refused and `?` where the answer is not complete. */
export function briefly({ rule, refused, unreadable, place }: Finding): string {
  const at = place ? new Locator().locate(place) : undefined;
  return `${rule} ${at?.line}:${at?.column}${refused ? '!' : ''}${unreadable ? '?' : ''}`;
}

export function found(text: string): string[] {
  return read(text).findings.map(briefly);
}

/** The one service of the text, which must be sound. */
export function serviceOf(text: string): Service {
  const { project, findings } = read(text);
  const faults = findings.filter(({ severity }) => severity !== 'info');
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('; '));
  const [service, ...more] = project?.services.values() ?? [];
  if (!service || more.length > 0) throw new Error('the text does not make one service');
  return service;
}

/** The service of `docker run` with these flags and the image `x`. */
export function run(flags: string): Service {
  return serviceOf(`docker run ${flags} x`);
}

/** The first complaint about `docker run` with these flags, or undefined. */
export function refusal(flags: string): string | undefined {
  return read(`docker run ${flags} x`).findings.find(({ refused }) => refused)?.message;
}

export function networkOf(text: string): Network | undefined {
  return [...(read(text).project?.networks.values() ?? [])][0];
}

/** Where an origin or a finding of a text stands. */
export function at(place: Parameters<Locator['locate']>[0]): string {
  const { line, column } = new Locator().locate(place);
  return `${line}:${column}`;
}
