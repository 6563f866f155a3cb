/**
 * What is wrong with a project, as it is found. The reference loader stops at its first complaint; here the other
 * entries are looked at too, and only what rests on a faulty one is left alone. Messages name keys and services, never
 * a value that may have come out of a variable.
 */

import { type Origin, pointerKeys } from '../../ingest/document.ts';
import type { Finding, FindingPlace, Resource, Severity } from '../../ingest/finding.ts';
import { MOST_FINDINGS } from './budget.ts';
import type { Node } from './node.ts';

/** The kinds that entries of a Compose file have, by the section they stand in. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['services', 'service'],
  ['networks', 'network'],
  ['volumes', 'volume'],
  ['configs', 'config'],
  ['secrets', 'secret'],
  ['models', 'model'],
]);

export class Report {
  readonly findings: Finding[] = [];
  #refused = false;
  readonly #said = new Set<string>();

  /** Says that the loader would refuse the project, and why. */
  refuse(rule: string, origin: Origin, message: string): void {
    this.say({ rule, severity: 'error', refused: true, message, place: origin });
  }

  /** Says what the loader accepts, and the engine does not, or not as it looks. */
  note(rule: string, severity: Severity, origin: Origin, message: string): void {
    this.say({ rule, severity, message, place: origin });
  }

  /** The same thing about the same place is said once, however often the place is read. */
  say(finding: Omit<Finding, 'resource'>): void {
    const key = `${finding.rule} ${placeKey(finding.place)} ${finding.message}`;
    this.#refused ||= finding.refused === true;
    if (this.#said.has(key) || this.findings.length >= MOST_FINDINGS) return;
    this.#said.add(key);
    const { place } = finding;
    const resource = place && 'document' in place ? resourceOf(place) : undefined;
    this.findings.push({ ...finding, ...(resource ? { resource } : {}) });
  }

  get refused(): boolean {
    return this.#refused;
  }
}

function placeKey(place: FindingPlace | undefined): string {
  if (!place) return '';
  if (!('document' in place)) return `${place.source.path} ${place.offset}`;
  const { document, pointer } = place;
  return `${document.source.path} ${document.start} ${pointer}`;
}

/** The service, network, … that an entry belongs to. */
export function resourceOf({ pointer }: Origin): Resource | undefined {
  const [section = '', name] = pointerKeys(pointer);
  const kind = KINDS.get(section);
  return kind !== undefined && name !== undefined ? { kind, name } : undefined;
}

/** A value in quotes; where a variable was filled in, or where it is not short, words that stand for it. */
export function shown(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'list' ? 'a list' : 'a mapping';
  return node.filled || node.text.length > LONGEST ? 'this value' : `"${node.text}"`;
}

const LONGEST = 80;

/** What a node is, in words. */
export function nounOf(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'list' ? 'a list' : 'a mapping';
  if (node.value === null) return 'empty';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'boolean' ? 'a boolean' : 'a number';
}
