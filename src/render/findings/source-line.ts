/**
 * The line that a finding points at, for people to recognise it. Values of Secrets and of environment variables are
 * never written anywhere, so that a line which may hold one is not shown.
 */

import { forTerminal } from '../../util/escape.ts';
import type { ReportedFinding } from './report.ts';

export interface SourceLine {
  readonly text: string;
  /** The characters before the place. */
  readonly before: number;
}

const SECRET_PATH = /\/(?:env|environment|data|stringData|binaryData|content|args|command)(?:\/|$)/;
const SECRET_LINE =
  /(?:^|[\s,{["'-])(?:env|environment|environ|value|password|passwd|pass|secret|token|credentials?|data|stringData|content)["']?\s*[:=]/i;
/** Manifests; of other files, scripts among them, nothing is shown. */
const MANIFEST = /\.(?:ya?ml|json)$/i;
const LONGEST = 160;

/** Splits the texts of files once each. */
export class SourceLines {
  readonly #source: (file: string) => string | undefined;
  #file: string | undefined;
  #lines: readonly string[] = [];

  constructor(source: (file: string) => string | undefined) {
    this.#source = source;
  }

  /** Undefined where there is none to show. */
  of({ file, line, column = 1, path, resource }: ReportedFinding): SourceLine | undefined {
    if (file === undefined || line === undefined || path === undefined || !MANIFEST.test(file)) return undefined;
    if (resource?.kind.toLowerCase() === 'secret' || SECRET_PATH.test(path)) return undefined;
    if (this.#file !== file) {
      this.#file = file;
      this.#lines = (this.#source(file) ?? '').split(/\r\n|\n|\r/);
    }
    const text = this.#lines[line - 1] ?? '';
    if (text.trim() === '' || text.length > LONGEST || SECRET_LINE.test(text)) return undefined;
    const [before, after] = [text.slice(0, column - 1), text.slice(column - 1)].map(forTerminal);
    return { text: `${before}${after}`, before: before?.length ?? 0 };
  }
}
