#!/usr/bin/env node
/** The program `portolan`: the verbs, on this machine's files, streams and network. */

import '../cli/node-20.ts';
import { main } from '../cli/main.ts';
import { bytesOf, outputOf } from '../cli/streams.ts';
import { ABOUT } from '../generated/about.ts';
import { setLimits } from '../ingest/index.ts';
import { OPERATIONS } from '../operations/registry.ts';
import { readLimits } from '../platform/node/limit-variables.ts';

const { limits, faults } = readLimits(process.env);
setLimits(limits);

process.exitCode = await main(process.argv.slice(2), {
  faults,
  version: ABOUT.version,
  operations: OPERATIONS,
  folder: process.cwd(),
  environment: process.env,
  stdin: { isTerminal: process.stdin.isTTY === true, stream: () => bytesOf(process.stdin) },
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  fetch,
  now: () => performance.now(),
});
