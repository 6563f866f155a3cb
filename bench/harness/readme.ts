/** Puts measured tables into `bench/README.md`, between a pair of markers. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const README = fileURLToPath(new URL('../README.md', import.meta.url));

export function writeSection(section: 'bench' | 'http' | 'linters' | 'peers' | 'translators', markdown: string): void {
  const text = readFileSync(README, 'utf8');
  const [begin, end] = [`<!-- begin ${section} -->`, `<!-- end ${section} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`bench/README.md has no markers ${begin} and ${end}`);
  writeFileSync(README, `${text.slice(0, from + begin.length)}\n\n${markdown.trim()}\n\n${text.slice(to)}`);
}
