/** Writes sections of manifests to files of a folder or all to standard output, and says what was written. */

import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Section, Summary } from './generate.ts';
import type { Manifest } from './manifest.ts';
import { yamlText } from './yaml.ts';

export const FORMATS = ['yaml', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** What stands before, between and behind objects. */
interface Framing {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly text: (object: Manifest) => string;
}

const FRAMINGS: Readonly<Record<Format, Framing>> = {
  yaml: { open: '', between: '---\n', close: '', text: (object) => yamlText(object) },
  json: { open: '{"apiVersion":"v1","kind":"List","items":[', between: ',\n', close: ']}\n', text: JSON.stringify },
  ndjson: { open: '', between: '', close: '', text: (object) => `${JSON.stringify(object)}\n` },
};

export interface Written {
  readonly summary: Summary;
  readonly files: number;
  readonly bytes: number;
  /** Of everything written, in order. */
  readonly sha256: string;
}

/** `out`: a folder, with a file for each section, or `-`. */
export function writeSections(sections: Generator<Section, Summary>, format: Format, out: string): Written {
  if (out !== '-') mkdirSync(out, { recursive: true });
  const hash = createHash('sha256');
  let [files, bytes] = [0, 0];
  const write = (fd: number, text: string): void => {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    bytes += chunk.length;
    writeAll(fd, chunk);
  };
  const stdout = out === '-' ? new ObjectFile(FRAMINGS[format], (text) => write(1, text)) : undefined;
  let next = sections.next();
  for (; !next.done; next = sections.next()) {
    files++;
    if (stdout) stdout.add(next.value.objects);
    else writeFile(join(out, `${next.value.name}.${format}`), next.value, { framing: FRAMINGS[format], write });
  }
  stdout?.end();
  return { summary: next.value, files, bytes, sha256: hash.digest('hex') };
}

interface Target {
  readonly framing: Framing;
  readonly write: (fd: number, text: string) => void;
}

function writeFile(path: string, { objects }: Section, { framing, write }: Target): void {
  const fd = openSync(path, 'w');
  const file = new ObjectFile(framing, (text) => write(fd, text));
  file.add(objects);
  file.end();
  closeSync(fd);
}

/** Objects one after another, handed on in pieces of about a megabyte. */
class ObjectFile {
  readonly #framing: Framing;
  readonly #write: (text: string) => void;
  #pending: string;
  #between = '';

  constructor(framing: Framing, write: (text: string) => void) {
    this.#framing = framing;
    this.#write = write;
    this.#pending = framing.open;
  }

  add(objects: Iterable<Manifest>): void {
    for (const object of objects) {
      this.#pending += this.#between + this.#framing.text(object);
      this.#between = this.#framing.between;
      if (this.#pending.length > 1 << 20) this.#flush();
    }
  }

  end(): void {
    this.#pending += this.#framing.close;
    this.#flush();
  }

  #flush(): void {
    this.#write(this.#pending);
    this.#pending = '';
  }
}

function writeAll(fd: number, chunk: Buffer): void {
  for (let offset = 0; offset < chunk.length; ) {
    try {
      offset += writeSync(fd, chunk, offset);
    } catch (error) {
      // A pipe whose reader is slow.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
