/**
 * The central directory of a zip archive (PKWARE APPNOTE 6.3.10 §4.3.12 and §4.3.16). It decides what an archive holds:
 * local headers may lack sizes, as in `zip -r - folder`, and what no directory names is not in the archive.
 */

import { malformed } from '../upload.ts';

export interface ZipEntry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isEncrypted: boolean;
  /** 0: stored, 8: deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
/** Stands where a number is too large for 32 bits and ZIP64 has it elsewhere (§4.4.1.4). */
const ELSEWHERE = 0xffffffff;
const UNIX = 3;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

const BROKEN = 'The zip archive is damaged, or breaks off before its end';

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return malformed(`${BROKEN}: it has no end of its directory.`);
}

/** Names are UTF-8; the code page of old archives differs from it beyond ASCII only, and there a label is a label. */
function readEntry(bytes: Uint8Array, view: DataView, at: number): { readonly entry: ZipEntry; readonly end: number } {
  if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
    malformed(`${BROKEN}: its directory has fewer entries than it says.`);
  }
  const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > bytes.length) malformed(`${BROKEN}: an entry of its directory reaches beyond it.`);
  const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd));
  const isUnix = view.getUint8(at + 5) === UNIX;
  const mode = isUnix ? view.getUint16(at + 40, true) & TYPE_MASK : 0;
  const entry = {
    name,
    isFile: mode !== SYMLINK,
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  if ([entry.packedSize, entry.size, entry.offset].includes(ELSEWHERE)) {
    malformed('The zip archive is in the ZIP64 form, which is not read. Send the files as tar.gz.');
  }
  return { entry, end };
}

/** The entries in the order of the directory. Throws `malformed-body` where there is no sound directory. */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_LENGTH) malformed(`${BROKEN}.`);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const read = readEntry(bytes, view, at);
    at = read.end;
    yield read.entry;
  }
}
