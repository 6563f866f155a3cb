/**
 * Files of docker command lines to a project: scripts, pages of documentation, transcripts
 * (https://docs.docker.com/reference/cli/docker/). All files are one host, in the order of their paths. Lines that
 * are no docker command, and docker commands that make nothing, are counted.
 */

import type { Source } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import { compareText } from '../../util/ordering.ts';
import type { Project } from '../project.ts';
import { assembleProject } from './assemble.ts';
import { DOCKER_OPENING, dockerCommand } from './docker-command.ts';
import { execute } from './execute.ts';
import { Host } from './host.ts';
import { SHELL_LIMITS } from './limits.ts';
import type { CommandScope } from './scope.ts';
import { readShell } from './shell/read-shell.ts';
import { Variables } from './shell/variables.ts';

export interface CommandLineOptions {
  readonly projectName: string | undefined;
  /** Variables of the shell, by name. */
  readonly env: ReadonlyMap<string, string>;
}

export interface CommandLines {
  /** Absent where no command makes anything. */
  readonly project?: Project;
  readonly findings: readonly Finding[];
  /** Docker commands that were read. */
  readonly commands: number;
  /** Other commands and lines; they have no effect here. */
  readonly others: number;
}

/** Whether a file of a bundle is read for docker command lines: every script, and a page of text that shows some. */
export function holdsCommands({ path, text }: Source): boolean {
  return /\.(?:sh|bash)$/i.test(path) || (/\.txt$/i.test(path) && SHOWN_COMMAND.test(text));
}

/** A look at the text that is cheap enough for every file; what the command is, its reader tells. */
const SHOWN_COMMAND = /^[ \t]*(?:[$#>] ?)?(?:sudo )?docker[ \t]+(?:run|create|container|network|service)\b/m;

export function loadCommandLines(sources: readonly Source[], options: CommandLineOptions): CommandLines {
  const reader = new CommandLineReader(options);
  for (const source of sources.toSorted((a, b) => compareText(a.path, b.path))) reader.read(source);
  return reader.done();
}

class CommandLineReader {
  readonly #options: CommandLineOptions;
  readonly #host = new Host();
  readonly #budget = { ports: SHELL_LIMITS.ports };
  readonly #findings: Finding[] = [];
  readonly #scopes: CommandScope[] = [];
  #others = 0;
  #hasGivenUp = false;

  constructor(options: CommandLineOptions) {
    this.#options = options;
  }

  read(source: Source): void {
    let faults = 0;
    readShell(
      source.text,
      { script: isScript(source), word: 'docker', opening: DOCKER_OPENING },
      {
        variables: new Variables(this.#options.env),
        other: () => {
          this.#others += 1;
        },
        isDone: () => this.#hasGivenUp,
        fault: (offset, message) => {
          faults += 1;
          if (faults <= SHELL_LIMITS.fileFaults) this.#unreadable('CLI008', { source, offset }, message);
        },
        command: (command) => {
          const found = dockerCommand(command);
          if (!found) this.#others += 1;
          else if (this.#scopes.length === SHELL_LIMITS.commands) this.#giveUp(source, command.start);
          else this.#scopes.push(execute(found, source, { host: this.#host, budget: this.#budget }));
        },
      },
    );
  }

  #giveUp(source: Source, offset: number): void {
    this.#hasGivenUp = true;
    const message = `The files hold more than ${SHELL_LIMITS.commands} docker commands; the rest is not read.`;
    this.#unreadable('CLI010', { source, offset }, message);
  }

  #unreadable(rule: string, place: { readonly source: Source; readonly offset: number }, message: string): void {
    this.#findings.push({ rule, severity: 'error', unreadable: true, message, place });
  }

  done(): CommandLines {
    const project = assembleProject(this.#host, this.#options.projectName ?? 'docker');
    const findings = [...this.#findings, ...this.#scopes.flatMap((scope) => scope.findings)];
    return { ...(project ? { project } : {}), findings, commands: this.#scopes.length, others: this.#others };
  }
}

function isScript({ path, text }: Source): boolean {
  return /\.(?:sh|bash)$/i.test(path) || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text);
}
