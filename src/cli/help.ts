/** Help in plain text, made from what the operations say of themselves: nothing about a verb is written down here. */

import * as z from 'zod';
import type { Operation } from '../operations/operation.ts';
import { formsWith } from '../render/formats.ts';
import { EXIT_CODES } from './exit-code.ts';
import { COMMON_FLAGS, dashed } from './flags.ts';

const WIDTH = 96;
const INDENT = 2;
const TERM = 26;

/** Lines of at most `WIDTH` characters, all but the first indented. */
function wrap(text: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** A term with its meaning beside it, or below where the term is long. */
function entry(term: string, what: string): string {
  const start = `${' '.repeat(INDENT)}${term}`;
  const gap = start.length < TERM ? start.padEnd(TERM) : `${start}\n${' '.repeat(TERM)}`;
  return `${gap}${wrap(what, TERM)}\n`;
}

const paragraph = (text: string): string => `${wrap(text, 0)}\n`;

interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly items?: OptionSchema;
}

function placeholder({ type, enum: words, items }: OptionSchema): string {
  if (words) return `=${words.join('|')}`;
  if (items?.enum) return `=${items.enum.join('|')}`;
  if (type === 'boolean') return '';
  return type === 'object' ? '=KEY=VALUE' : type === 'integer' ? '=N' : '=VALUE';
}

function optionEntry(name: string, schema: OptionSchema): string {
  const isOn = schema.type === 'boolean' && schema.default === true;
  const term = `--${isOn ? 'no-' : ''}${dashed(name)}${placeholder(schema)}`;
  const standard = schema.type === 'boolean' || schema.default === undefined ? '' : ` Default: ${schema.default}.`;
  const negation = isOn ? 'Turns off: ' : '';
  return entry(term, `${negation}${schema.description ?? ''}${standard}`);
}

function commonEntries({ gates, views }: Operation): string {
  const words: Readonly<Record<string, readonly string[]>> = {
    format: formsWith(views).map(({ name }) => name),
    gate: gates,
  };
  return Object.entries(COMMON_FLAGS)
    .filter(([name]) => name !== 'gate' || gates.length > 0)
    .map(([name, { short, what }]) => {
      const list = words[name];
      const value = name === 'server' ? '=URL' : list ? `=${name.toUpperCase()}` : '';
      return entry(`-${short}, --${name}${value}`, list ? `${what} There is: ${list.join(', ')}.` : what);
    })
    .join('');
}

/** What a description says of uploads and statuses means nothing here. */
const OF_HTTP = /\bcurl\b|multipart|\bstatus\b|\?\w+=/i;

function withoutHttp(description: string): string {
  const sentences = description.split(/\.\s+/).map((sentence) => sentence.replace(/\.$/, ''));
  return `${sentences.filter((sentence) => !OF_HTTP.test(sentence)).join('. ')}.`;
}

const exitCodes = (): string =>
  Object.values(EXIT_CODES)
    .map(({ code, what }) => entry(String(code), what))
    .join('');

const words = ({ takes }: Operation): string => (takes === 'pair' ? 'BEFORE AFTER' : 'PATH…');

export function helpOfVerb(operation: Operation): string {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input' });
  const options = Object.entries(properties).map(([name, schema]) => optionEntry(name, schema as OptionSchema));
  const piped = 'Without a path, or with -, standard input is read: YAML, JSON, NDJSON, an envelope or an archive.';
  return [
    `portolan ${operation.id} [OPTION…] ${words(operation)}\n\n${paragraph(`${operation.summary}.`)}`,
    `${paragraph(withoutHttp(operation.description))}\n${paragraph(`A path is a file or a folder. ${piped}`)}`,
    `Options\n${options.join('')}`,
    `For every verb\n${commonEntries(operation)}`,
    `Exit codes\n${exitCodes()}`,
  ].join('\n');
}

export function helpOfAll(operations: readonly Operation[]): string {
  const verbs = operations.map((operation) => entry(`${operation.id} ${words(operation)}`, operation.summary));
  return [
    paragraph('portolan: who may reach whom, from Kubernetes manifests and Compose files, without a network.'),
    `Verbs\n${verbs.join('')}${entry('rules [ID]', 'What validate looks for, and why')}${entry('help VERB', 'What a verb does and takes')}${entry('version', 'The version')}`,
    `Exit codes\n${exitCodes()}`,
  ].join('\n');
}
