/**
 * One command line being read: its document, in which word `n` is `/args/n`, and what is found wrong with it. What
 * the docker command or the engine would refuse makes the whole command refused: it creates nothing.
 */

import type { Document, Origin, Source } from '../../ingest/document.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import type { Placed } from '../placed.ts';
import type { DockerCommand } from './docker-command.ts';
import type { Flag } from './flags/parse-flags.ts';
import { SHELL_LIMITS } from './limits.ts';
import type { CliRule } from './rules.ts';
import type { Word } from './shell/word.ts';

export class CommandScope {
  readonly document: Document;
  readonly findings: Finding[] = [];
  resource: Resource | undefined;
  readonly #indices: ReadonlyMap<Word, number>;
  #refused = false;

  constructor(source: Source, command: DockerCommand) {
    const { words, start, end } = command;
    this.#indices = new Map(words.map((word, index) => [word, index]));
    this.document = {
      source,
      start,
      end,
      prefix: '',
      value: { args: words.map(({ text }) => text) },
      places: new Map(words.map((word, index) => [`/args/${index}`, word.start])),
    };
  }

  /** Whether docker would refuse the command. */
  get refused(): boolean {
    return this.#refused;
  }

  /** The place of a word of the command; without one, that of the command itself. */
  originOf(word: Word | undefined): Origin {
    const index = word === undefined ? undefined : this.#indices.get(word);
    return { document: this.document, pointer: index === undefined ? '' : `/args/${index}` };
  }

  /** The value of a flag with the place of the flag. */
  placed(flag: Flag): Placed<string> {
    return { value: flag.value, origin: this.originOf(flag.word) };
  }

  refuse(rule: CliRule, at: Word | Origin | undefined, message: string): void {
    this.#refused = true;
    this.#add({ rule, severity: 'error', refused: true, message }, at);
  }

  /** Says that a part of the command cannot be known, so that answers are not complete. */
  unknown(at: Word | Origin | undefined, message: string): void {
    this.#add({ rule: 'CLI007', severity: 'warning', unreadable: true, message }, at);
  }

  /** Says that a limit was passed, so that answers are not complete. */
  exceeded(at: Word | Origin | undefined, message: string): void {
    this.#add({ rule: 'CLI010', severity: 'error', unreadable: true, message }, at);
  }

  note(rule: CliRule, at: Word | Origin | undefined, message: string): void {
    this.#add({ rule, severity: 'info', message }, at);
  }

  #add(finding: Omit<Finding, 'place' | 'resource'>, at: Word | Origin | undefined): void {
    if (this.findings.length >= SHELL_LIMITS.commandFindings) return;
    const place = at !== undefined && 'document' in at ? at : this.originOf(at);
    this.findings.push({ ...finding, place, ...(this.resource ? { resource: this.resource } : {}) });
  }
}
