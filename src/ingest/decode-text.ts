/**
 * Bytes to text. Manifests are UTF-8 with or without a byte order mark (YAML 1.2 §5.2 and RFC 8259 §8.1 agree on it);
 * anything else is said so instead of being read as nonsense.
 */

import { Fault } from './fault.ts';

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How many bytes are decoded at a time where the text is not wanted. */
const STRETCH = 65_536;

/** The text of a file; or, where it cannot be decoded, the text before the fault, and the fault at its end. */
export interface Decoded {
  readonly text: string;
  readonly fault?: Fault;
}

/** The bytes of a whole file. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) {
    return { text: '', fault: new Fault('YML008', 0, 'The file is encoded as UTF-16. Save it as UTF-8.') };
  }
  return decodePart(withoutMark(bytes));
}

/** The bytes of a part of a file, which must not begin or end within a character. */
export function decodePart(bytes: Uint8Array): Decoded {
  const text = decodeStrictly(bytes);
  // A text is searched many times faster than bytes are.
  const nul = text === undefined ? bytes.indexOf(0) : text.indexOf('\0');
  if (text !== undefined) return nul < 0 ? { text } : notText(text.slice(0, nul));
  const before = nul < 0 ? bytes : bytes.subarray(0, nul);
  const whole = decodeStrictly(before);
  if (whole !== undefined) return notText(whole);
  const valid = validPrefix(before);
  const message = 'The file is not valid UTF-8; the first wrong byte is here. Save it as UTF-8.';
  return { text: valid, fault: new Fault('YML008', valid.length, message) };
}

/** The text before a NUL, and the fault. */
function notText(text: string): Decoded {
  return { text, fault: new Fault('YML008', text.length, 'The file is not text: it holds NUL bytes.') };
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether `decodeText` finds nothing wrong; takes no memory. */
export function isText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes) || bytes.includes(0)) return false;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += STRETCH) {
      decoder.decode(bytes.subarray(at, at + STRETCH), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The bytes behind the byte order mark, where there is one. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The text up to the first byte that a lenient decoder does not give back as it was. */
function validPrefix(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(lenient);
  let same = 0;
  while (same < bytes.length && bytes[same] === again[same]) same += 1;
  // `stream` drops a sequence that is cut off, so that the text ends before the wrong character.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, same), { stream: true });
}
