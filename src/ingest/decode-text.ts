/**
 * Bytes to text. Manifests are UTF-8 with or without a byte order mark (YAML 1.2 §5.2 and RFC 8259 §8.1 agree on it);
 * anything else is said so instead of being read as nonsense.
 */

import { Fault } from './fault.ts';

/** The text of a file; or, where it cannot be decoded, the text before the fault, and the fault at its end. */
export interface Decoded {
  readonly text: string;
  readonly fault?: Fault;
}

export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) {
    return { text: '', fault: new Fault('YML008', 0, 'The file is encoded as UTF-16. Save it as UTF-8.') };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const text = new TextDecoder().decode(bytes.subarray(0, nul));
    return { text, fault: new Fault('YML008', text.length, 'The file is not text: it holds NUL bytes.') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = validPrefix(bytes);
    const message = 'The file is not valid UTF-8; the first wrong byte is here. Save it as UTF-8.';
    return { text, fault: new Fault('YML008', text.length, message) };
  }
}

function isUtf16(bytes: Uint8Array): boolean {
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
  return new TextDecoder().decode(bytes.subarray(0, same), { stream: true });
}
