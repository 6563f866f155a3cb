/**
 * The door to js-yaml: a text of one YAML document to its flat events, with the limits on nesting and size, and with
 * messages of our own. js-yaml's messages hold snippets of the file, which may hold secrets; only the position and the
 * kind of its complaint are kept.
 */

import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { Fault, tooDeep, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { type IndentedText, indentHanging, movedEvent } from './yaml-lenient.ts';

const HANGING = 'deficient indentation';
const NO_COLON = "expected ':'";
const MULTILINE_KEY = 'can not read a block mapping entry';

/** What to say of a complaint of the parser, by how the complaint starts; the first that fits. */
const MESSAGES: readonly (readonly [start: string, message: string])[] = [
  ['tab characters', 'A tab indents this line. YAML wants spaces.'],
  [
    'bad indentation of a mapping',
    'This does not fit the mapping around it. Check the indentation; quote a value that holds ": " or starts with ' +
      'one of @ ` % and the like.',
  ],
  ['bad indentation of a sequence', 'This does not fit the list around it. Check the indentation of the "-" lines.'],
  [
    HANGING,
    'A quoted text or a bracket that opens above is not closed, or its lines are not indented. Look for a missing ' +
      'closing quote, ] or }.',
  ],
  ['unexpected end of the', 'A quoted text or a bracket that opens above is never closed.'],
  [NO_COLON, 'A line of this mapping has no ":" after its key.'],
  [MULTILINE_KEY, 'A line of this mapping has no ":" after its key.'],
  ['a whitespace character is expected', 'A space is missing after the ":".'],
  [
    'end of the stream',
    'The document should have ended before this line. Check the indentation, and that no "---" or ":" is missing.',
  ],
  ['missed comma', 'A comma is missing between the entries of a bracket, or its closing ] or }.'],
  ['expected the node content', 'A bracket holds a comma with nothing before it.'],
  ['unknown escape sequence', 'A double-quoted text holds a "\\" that starts no escape. Use single quotes, or "\\\\".'],
  ['expected hexadecimal', 'A double-quoted text holds an escape whose hexadecimal digits are missing.'],
  ['the stream contains non-printable', 'The text holds a control character here. Remove or escape it.'],
  ['expected valid JSON character', 'A quoted text holds a control character here. Remove or escape it.'],
];

/** The events of one document. Throws nothing but a `Fault`, whose offset counts from the start of `text`. */
export function readEvents(text: string, limits: Limits): Event[] {
  guardSize(text, limits);
  try {
    return parse(text, limits);
  } catch (error) {
    const hanging = isHanging(error) ? indentHanging(text) : undefined;
    if (!hanging) throw faultOf(error, text, limits);
    return readHanging(hanging, text, limits);
  }
}

function readHanging(hanging: IndentedText, text: string, limits: Limits): Event[] {
  try {
    return parse(hanging.text, limits).map((event) => movedEvent(event, hanging.original));
  } catch (error) {
    const { rule, offset, message } = faultOf(error, hanging.text, limits);
    throw new Fault(rule, Math.min(hanging.original(offset), text.length), message);
  }
}

function parse(text: string, limits: Limits): Event[] {
  return parseEvents(text, { maxDepth: limits.nesting + 1 });
}

function isHanging(error: unknown): boolean {
  return error instanceof YAMLException && error.reason.startsWith(HANGING);
}

/**
 * Refuses a text that must have too many nodes before events are made of it, by counting what can separate two nodes.
 * Block scalars hold commas and lines too, hence the factor: a ConfigMap may be 1 MiB of "1,1,1,".
 */
function guardSize(text: string, limits: Limits): void {
  const maximum = 2 * limits.nodes;
  if (text.length <= maximum) return;
  let separators = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 44 || code === 91 || code === 123) separators += 1;
  }
  if (separators > maximum) throw tooLarge(0, limits.nodes);
}

function faultOf(error: unknown, text: string, limits: Limits): Fault {
  if (!(error instanceof YAMLException)) return new Fault('YML001', 0, 'The YAML cannot be read.');
  const offset = Math.min(error.mark?.position ?? 0, text.length);
  if (error.reason.startsWith('nesting exceeded')) return tooDeep(offset, limits.nesting);
  const place = blamed(error.reason, text, offset);
  const known = MESSAGES.find(([start]) => error.reason.startsWith(start));
  return new Fault('YML001', place, known?.[1] ?? 'This is not well-formed YAML.');
}

/** Where to point: at a key without a ":", not at the place behind it where the parser noticed. */
function blamed(reason: string, text: string, offset: number): number {
  if (reason.startsWith(NO_COLON)) return lineContent(text, offset);
  if (!reason.startsWith(MULTILINE_KEY)) return offset;
  let at = text.lastIndexOf('\n', offset - 1);
  while (at > 0 && isSpace(text[at])) at -= 1;
  return lineContent(text, at);
}

/** The offset of the first character of a line that is no white space. */
function lineContent(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start < offset && isSpace(text[start])) start += 1;
  return start;
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
