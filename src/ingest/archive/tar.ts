/**
 * A tar archive (POSIX.1-2017 pax, ustar; GNU long names), read entry by entry while it arrives. Only manifests are
 * kept; what an archive says of owners, modes and links is of no use here.
 */

import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import type { BodyBytes } from '../body-bytes.ts';
import { BodyStream } from '../body-stream.ts';
import type { Limits } from '../limits.ts';
import type { Upload } from '../upload.ts';
import { ArchiveContents } from './contents.ts';

async function bytesOf({ header, body }: ParsedTarEntry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    length += read.value.byteLength;
  }
  if (length !== header.size) throw new RangeError('an entry is shorter than its header says');
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

async function readEntry(entry: ParsedTarEntry, contents: ArchiveContents): Promise<void> {
  const { name, type = 'file' } = entry.header;
  const path = type === 'directory' ? undefined : contents.admit(name, type === 'file');
  if (path === undefined) await entry.body.cancel();
  else contents.add(path, await bytesOf(entry));
}

/** Throws a `ProblemError` for an archive that is damaged or breaks off, and for one beyond a limit. */
export async function readTar(body: BodyBytes, limits: Limits): Promise<Upload> {
  const input = new BodyStream(body);
  const contents = new ArchiveContents(limits);
  const reader = input.readable.pipeThrough(createTarDecoder({ strict: true })).getReader();
  const next = async (): Promise<ParsedTarEntry | undefined> => {
    try {
      return (await reader.read()).value;
    } catch {
      return input.refuse('The tar archive is damaged, or breaks off before its end.');
    }
  };
  for (let entry = await next(); entry; entry = await next()) await readWithin(entry, contents, input);
  return contents.upload();
}

async function readWithin(entry: ParsedTarEntry, contents: ArchiveContents, input: BodyStream): Promise<void> {
  try {
    await readEntry(entry, contents);
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    const shown = entry.header.name.slice(0, 100);
    input.refuse(`The tar archive is damaged, or breaks off, in "${shown}".`);
  }
}
