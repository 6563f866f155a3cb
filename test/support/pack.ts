/**
 * Archives for tests, sound and lying. The zip writer is its own, so that every field can be given a wrong value; tar
 * and gzip archives are made by libraries, and bent afterwards.
 */

import { deflateSync, gzipSync } from 'fflate';
import { packTar, type TarEntry } from 'modern-tar';
import { crc32 } from '../../src/ingest/archive/crc32.ts';

export interface ZipFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What the directory says, where it is to lie. */
  readonly size?: number;
  readonly crc?: number;
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly symlink?: boolean;
  readonly offset?: number;
}

const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? encoder.encode(content) : content);

function record(
  length: number,
  fields: readonly (readonly [offset: number, size: 2 | 4, value: number])[],
): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [offset, size, value] of fields) {
    if (size === 2) view.setUint16(offset, value, true);
    else view.setUint32(offset, value, true);
  }
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function entry(file: ZipFile, offset: number): { readonly local: Uint8Array; readonly central: Uint8Array } {
  const content = bytesOf(file.content);
  const method = file.method ?? 8;
  const packed = method === 8 ? deflateSync(content) : content;
  const name = encoder.encode(file.path);
  const flags = file.encrypted ? 1 : 0;
  const crc = file.crc ?? crc32(content);
  const size = file.size ?? content.length;
  const local = record(30, [
    [0, 4, 0x04034b50],
    [6, 2, flags],
    [8, 2, method],
    [26, 2, name.length],
  ]);
  const central = record(46, [
    [0, 4, 0x02014b50],
    [4, 2, 0x031e],
    [8, 2, flags],
    [10, 2, method],
    [16, 4, crc],
    [20, 4, packed.length],
    [24, 4, size],
    [28, 2, name.length],
    [40, 2, file.symlink ? 0o120777 : 0o100644],
    [42, 4, file.offset ?? offset],
  ]);
  return { local: concat([local, name, packed]), central: concat([central, name]) };
}

export function zip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const { local, central } = entry(file, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = concat(centrals);
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, files.length],
    [10, 2, files.length],
    [12, 4, directory.length],
    [16, 4, offset],
  ]);
  return concat([...locals, directory, end]);
}

export function tar(
  entries: readonly (TarEntry | readonly [path: string, content: string])[],
): Promise<Uint8Array<ArrayBuffer>> {
  return packTar(
    entries.map((given) => {
      if (!('0' in given)) return given;
      const data = encoder.encode(given[1]);
      return { header: { name: given[0], size: data.length, mtime: new Date(0) }, body: data };
    }),
  );
}

export function gzip(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytesOf(content), { mtime: 0 }));
}
