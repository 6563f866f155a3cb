/**
 * What the command of an init container waits for: the hosts it looks up, or connects to, with the usual tools
 * (https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#examples). The text is taken apart into simple
 * commands as far as that needs, and anything that depends on a variable is left alone.
 */

import type { Field } from '../../kubernetes/field.ts';
import { hostOfAddress, hostOfWord, hostsOfUrls } from './host-names.ts';

export interface Wait {
  /** In lower case. */
  readonly host: string;
  /** Whether it asks for the address only. */
  readonly lookup: boolean;
  /** The part of the command that says so. */
  readonly field: Field;
  /** Whether the command goes on although the host does not answer. */
  readonly optional: boolean;
}

const LOOKUPS: ReadonlySet<string> = new Set(['nslookup', 'dig', 'host', 'getent', 'ping']);
const CLIENTS: ReadonlySet<string> = new Set(['pg_isready', 'psql', 'mysql', 'mysqladmin', 'mariadb', 'redis-cli']);
const CONNECTS: ReadonlySet<string> = new Set(['nc', 'ncat', 'netcat', 'telnet', 'curl', 'wget', 'grpcurl']);
const WAITERS = /^(?:.*\/)?(?:wait-for(?:-it)?(?:\.sh)?|wait4x|dockerize)$/;
/** How bash connects without any tool. */
const DEVICE = /^(?:\d*<?>)?\/dev\/tcp\/([^/$]+)\/\d+$/;
/** How a script knows the namespace it runs in. */
const OWN_NAMESPACE = /\$\(\s*cat\s+\/var\/run\/secrets\/kubernetes\.io\/serviceaccount\/namespace\s*\)/g;
const SEPARATORS = /[;|&\n(){}]|(?<=\s|^)(?:do|done|then|else|until|while|if|!)(?=\s|$)/;
/** A failure that is passed over, or a wait that ends. */
const OPTIONAL = /\|\|\s*(?:true|:|echo|exit\s+0)|(?:^|\s)(?:for|timeout|seq)\s/;
const RECORD_TYPE = /^(?:A|AAAA|SRV|ANY|a?hosts|ahostsv[46])$/;
const LONGEST = 8192;

/** What a container of a namespace waits for. */
export function waitsOf(container: Field, namespace: string): Wait[] {
  const words = [...container.itemsAt('command'), ...container.itemsAt('args')].flatMap((field) => {
    const { value } = field;
    return typeof value === 'string' && value.length <= LONGEST
      ? [{ field, text: value.replace(OWN_NAMESPACE, namespace) }]
      : [];
  });
  const scripts = words.filter(({ text }) => /\s/.test(text));
  const [first] = words;
  const plain = words.filter(({ text }) => !/\s/.test(text)).map(({ text }) => text);
  const pieces = first ? [{ field: first.field, text: plain.join(' ') }, ...scripts] : [];
  return pieces.flatMap(({ field, text }) => waitsOfScript(text).map((wait) => ({ ...wait, field })));
}

function waitsOfScript(script: string): Omit<Wait, 'field'>[] {
  const optional = OPTIONAL.test(script);
  const found = new Map<string, Omit<Wait, 'field'>>();
  for (const command of script.split(SEPARATORS)) {
    const words = command.split(/\s+/).flatMap((word) => word.replace(/^["']|["']$/g, '') || []);
    const lookup = LOOKUPS.has(words[0] ?? '');
    for (const host of hostsOf(words)) {
      const earlier = found.get(host);
      found.set(host, { host, lookup: lookup && (earlier?.lookup ?? true), optional });
    }
  }
  return [...found.values()];
}

function hostsOf(command: readonly string[]): string[] {
  const devices = command.flatMap((word) => DEVICE.exec(word)?.[1] ?? []);
  return [...present(devices, hostOfWord), ...hostsOfProgram(command)];
}

function hostsOfProgram([program = '', ...words]: readonly string[]): string[] {
  const name = program.split('/').at(-1) ?? '';
  const plain = words.filter((word) => !word.startsWith('-'));
  if (LOOKUPS.has(name))
    return present(
      plain.filter((word) => !RECORD_TYPE.test(word)),
      hostOfWord,
    ).slice(0, 1);
  if (CLIENTS.has(name)) return present([optionOf(words)], hostOfWord);
  if (!CONNECTS.has(name) && !WAITERS.test(name)) return [];
  const named = plain.filter((_, at) => /^\d{1,5}$/.test(plain[at + 1] ?? ''));
  return [...hostsOfUrls(words.join(' ')), ...present(plain, hostOfAddress), ...present(named, hostOfWord)];
}

/** The value of `-h`, `-hNAME`, `--host NAME` or `--host=NAME`. */
function optionOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '-h' || word === '--host');
  return at >= 0 ? words[at + 1] : words.map((word) => /^(?:--host=|-h)(\S+)$/.exec(word)?.[1]).find(Boolean);
}

function present(words: readonly (string | undefined)[], read: (word: string) => string | undefined): string[] {
  return words.flatMap((word) => (word === undefined ? [] : (read(word) ?? [])));
}
