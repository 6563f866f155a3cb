#!/usr/bin/env node
/**
 * `node bench/gen-cluster.mjs --help`: clusters of any size for benchmarks and tests, the same bytes for the same
 * arguments on every machine. As a module it is `generate`, which yields the objects.
 */

import { realpathSync, writeFileSync } from 'node:fs';
import { HELP, readArguments } from './gen/arguments.ts';
import { generateSections } from './gen/generate.ts';
import { writeSections } from './gen/output.ts';

export { generate, generateSections } from './gen/generate.ts';

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
  const read = readArguments(process.argv.slice(2));
  if (read === undefined) process.stdout.write(HELP);
  else if (typeof read === 'string') {
    process.stderr.write(`${read}\n`);
    process.exitCode = 2;
  } else {
    const { summary, ...written } = writeSections(generateSections(read.options), read.format, read.out);
    const { pods, counts, rules, peers } = summary;
    const text = `${JSON.stringify({ args: read.given, ...written, pods, counts, rules, peers }, null, 2)}\n`;
    process.stderr.write(text);
    if (read.summary !== undefined) writeFileSync(read.summary, text);
  }
}
