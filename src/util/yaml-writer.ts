/**
 * Writes YAML as a careful person would (https://yaml.org/spec/1.2.2/): block style, two spaces, members in the order
 * they are given, texts plain where every reader takes them for texts, and notes behind the line they are about. What
 * is written means the same to readers of YAML 1.1 and 1.2. Tested in `test/util/yaml-writer.test.ts`.
 */

import { forTerminal } from './escape.ts';

/** A value with a comment on its first line. */
export class Noted {
  readonly value: YamlNode;
  readonly note: string;

  constructor(value: YamlNode, note: string) {
    this.value = value;
    this.note = note;
  }
}

/** Members that are undefined are not written. A map, where the keys are a user's. */
export type YamlMapping = ReadonlyMap<string, YamlNode | undefined> | { readonly [key: string]: YamlNode | undefined };

export type YamlNode = null | boolean | number | string | readonly YamlNode[] | YamlMapping | Noted;

/** A document without its marker; `head` are comments above it. */
export function writeYaml(root: YamlMapping, head: readonly string[] = []): string {
  const comments = head.map((line) => `# ${forTerminal(line)}\n`).join('');
  const members = membersOf(root);
  return `${comments}${members.length === 0 ? '{}\n' : members.map((member) => writeMember(member, '')).join('')}`;
}

function membersOf(mapping: YamlMapping): [string, YamlNode][] {
  const entries = mapping instanceof Map ? [...mapping] : Object.entries(mapping);
  return entries.filter((entry): entry is [string, YamlNode] => entry[1] !== undefined);
}

function writeMember([key, node]: [string, YamlNode], indent: string): string {
  return `${indent}${scalarText(key)}:${writeBehind(node, indent)}`;
}

/** What stands behind a key, up to the end of its last line. */
function writeBehind(node: YamlNode, indent: string, note = ''): string {
  if (node instanceof Noted) return writeBehind(node.value, indent, ` # ${forTerminal(node.note)}`);
  if (isList(node) && node.length > 0) {
    return `${note}\n${node.map((item) => writeItem(item, `${indent}  `)).join('')}`;
  }
  if (isMapping(node)) {
    const members = membersOf(node);
    if (members.length > 0) return `${note}\n${members.map((member) => writeMember(member, `${indent}  `)).join('')}`;
  }
  return ` ${writeLeaf(node, `${indent}  `, note)}`;
}

/** The first member of a mapping stands behind the dash. */
function writeItem(item: YamlNode, indent: string): string {
  const [node, note] = item instanceof Noted ? [item.value, ` # ${forTerminal(item.note)}`] : [item, ''];
  const members = isMapping(node) ? membersOf(node) : [];
  if (members.length > 0) {
    const lines = members.map((member) => writeMember(member, `${indent}  `)).join('');
    const end = lines.indexOf('\n');
    return `${indent}- ${lines.slice(indent.length + 2, end)}${note}${lines.slice(end)}`;
  }
  if (isList(node) && node.length > 0) {
    const lines = node.map((each) => writeItem(each, `${indent}  `)).join('');
    return `${indent}- ${lines.slice(indent.length + 2)}`;
  }
  return `${indent}- ${writeLeaf(node, `${indent}  `, note)}`;
}

function isList(node: YamlNode): node is readonly YamlNode[] {
  return Array.isArray(node);
}

function isMapping(node: YamlNode): node is YamlMapping {
  return typeof node === 'object' && node !== null && !isList(node) && !(node instanceof Noted);
}

function writeLeaf(node: YamlNode, indent: string, note: string): string {
  if (typeof node === 'string') {
    return isBlock(node) ? `${blockHead(node)}${note}\n${blockLines(node, indent)}` : `${scalarText(node)}${note}\n`;
  }
  return `${isList(node) ? '[]' : isMapping(node) ? '{}' : String(node)}${note}\n`;
}

const PLAIN = /^[A-Za-z_/][A-Za-z0-9_./@+=,-]*(?:[ :][A-Za-z0-9_./@+=,-]+)*$/;
/** What YAML 1.1 reads as something else than a text (https://yaml.org/type/bool.html, https://yaml.org/type/null.html). */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function scalarText(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) ? text : quoted(text);
}

/** JSON's escapes are YAML's; what JSON leaves and YAML does not print, or takes for a line break, is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Texts of several lines that a block can hold as they are, without hints about their indentation. */
function isBlock(text: string): boolean {
  if (!text.includes('\n') || /^\s/.test(text) || !text.isWellFormed()) return false;
  return !/[^\P{Cc}\n\t]|[\u2028\u2029\ufeff\ufffe\uffff]|^[ \t]+$/mu.test(text);
}

function blockHead(text: string): string {
  if (!text.endsWith('\n')) return '|-';
  return text.endsWith('\n\n') ? '|+' : '|';
}

function blockLines(text: string, indent: string): string {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  return whole.replace(/^(?=.)/gm, indent);
}
