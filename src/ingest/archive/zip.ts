/**
 * A zip archive (PKWARE APPNOTE). Its directory stands at its end, so it is held whole, packed; each manifest in it is
 * inflated in slices and given up as soon as it is longer than the directory says. A sum that does not fit, or a header
 * that is not where it should be, is a lie about the whole archive, and refuses it.
 */

import { Inflate } from 'fflate';
import { exceed } from '../../util/problem.ts';
import { checkRatio } from '../gunzip.ts';
import type { Limits } from '../limits.ts';
import { malformed, type Upload } from '../upload.ts';
import { ArchiveContents } from './contents.ts';
import { crc32 } from './crc32.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';

const HEADER_SIGNATURE = 0x04034b50;
const HEADER_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** The inflater unpacks a slice whole before it tells: one of these stands for a megabyte at most. */
const SLICE = 1_024;

function packedBytes(bytes: Uint8Array, { name, offset, packedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasHeader = offset + HEADER_LENGTH <= bytes.length && view.getUint32(offset, true) === HEADER_SIGNATURE;
  const lengths = hasHeader ? view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true) : 0;
  const start = offset + HEADER_LENGTH + lengths;
  if (hasHeader && start + packedSize <= bytes.length) return bytes.subarray(start, start + packedSize);
  return malformed(
    `The zip archive is damaged, or breaks off: "${name.slice(0, 100)}" is not where its directory says.`,
  );
}

function wrongSize(name: string): never {
  malformed(`The zip archive is damaged: "${name.slice(0, 100)}" is not as long as its directory says.`);
}

function inflate(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) wrongSize(name);
    bytes.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      inflater.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    malformed(`The zip archive is damaged: "${name.slice(0, 100)}" cannot be inflated.`);
  }
  return length === size ? bytes : wrongSize(name);
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED && packed.length !== entry.size) wrongSize(entry.name);
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry);
  if (crc32(unpacked) === entry.crc) return unpacked;
  return malformed(`The zip archive is damaged: the sum of "${entry.name.slice(0, 100)}" does not fit.`);
}

/** Throws a `ProblemError` for an archive that is damaged, breaks off or lies, and for one beyond a limit. */
export function readZip(bytes: Uint8Array, limits: Limits): Upload {
  const contents = new ArchiveContents(limits);
  let inflated = 0;
  for (const entry of zipEntries(bytes)) {
    if (entry.name.endsWith('/')) continue;
    const path = contents.admit(entry.name, entry.isFile);
    if (path === undefined) continue;
    if (entry.isEncrypted || (entry.method !== STORED && entry.method !== DEFLATED)) {
      contents.skip({ path, why: entry.isEncrypted ? 'encrypted' : 'method' });
      continue;
    }
    inflated += entry.size;
    if (inflated > limits.inflatedBytes) {
      const detail = `The archive unpacks to more than ${limits.inflatedBytes} bytes.`;
      exceed('inflatedBytes', inflated, limits.inflatedBytes, detail);
    }
    checkRatio(inflated, bytes.length, limits);
    contents.add(path, unpack(bytes, entry));
  }
  return contents.upload();
}
