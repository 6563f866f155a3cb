/**
 * The hosts that a command waits for: what is written behind `nslookup`, `nc`, `curl` and the like, in the way start-up
 * scripts of init containers write it. Words with variables in them are left alone.
 */

import type { Field } from '../../kubernetes/field.ts';

export interface WaitedHost {
  /** The item of `command` or `args`. */
  readonly field: Field;
  readonly host: string;
  /** Whether it is only looked up, which works for a Service without endpoints too. */
  readonly lookedUp: boolean;
}

const HOST = String.raw`([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)(?![\w$({.-])`;
const LOOKS_UP = new RegExp(String.raw`\b(?:nslookup|dig(?: \+short)?|host|getent (?:hosts|ahosts))\s+${HOST}`, 'g');
const CONNECTS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:nc|ncat|netcat)\s+(?:-[A-Za-z0-9]+\s+(?:\d+\s+)?)*${HOST}[\s:]+\d+`, 'g'),
  new RegExp(String.raw`\bhttps?://${HOST}`, 'g'),
  new RegExp(String.raw`/dev/tcp/${HOST}/\d+`, 'g'),
  new RegExp(
    String.raw`\b(?:pg_isready|psql|mysqladmin|mysql|mariadb|redis-cli)\b[^|;&]{0,80}?\s(?:-h\s*|--host[= ])${HOST}`,
    'g',
  ),
];

export function waitedHosts(container: Field): WaitedHost[] {
  return [...container.itemsAt('command'), ...container.itemsAt('args')].flatMap((field) => {
    const text = field.string() ?? '';
    const found = [
      ...Array.from(text.matchAll(LOOKS_UP), ([, host = '']) => ({ field, host, lookedUp: true })),
      ...CONNECTS.flatMap((pattern) =>
        Array.from(text.matchAll(pattern), ([, host = '']) => ({ field, host, lookedUp: false })),
      ),
    ];
    return found.filter(({ host }) => !isAddress(host));
  });
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host === 'localhost';
}
