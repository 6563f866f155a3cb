/**
 * `npm start`: the Worker on this machine. Starts `wrangler dev` (127.0.0.1:8787 by `wrangler.toml`) without an account,
 * telemetry or any call home, hands on its arguments, signals and exit code, and prints one command to try as soon as
 * the server answers.
 */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runChild } from './run-child.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'examples/online-boutique';
const PATIENCE_MS = 60_000;

/** What wrangler would otherwise ask the network for: metrics, crash reports, its newest version, a sample `cf` object. */
const OFFLINE = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

function portOf(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } }, strict: false });
  return typeof values.port === 'string' ? values.port : '8787';
}

async function answers(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** Waits until the server answers, or until it no longer does; false when `patience` milliseconds were not enough. */
async function until(answering: boolean, base: string, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while ((await answers(base)) !== answering) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return true;
}

/** The command to try, valid as printed in a shell at the repository's root. */
function command(base: string): string {
  const files = readdirSync(`${ROOT}${EXAMPLE}`).filter((name) => name.endsWith('.yaml'));
  const parts = files.sort().map((name) => `-F f=@${EXAMPLE}/${name}`);
  return `curl -sS ${parts.join(' ')} '${base}/v1/reachability?format=txt'`;
}

function start(args: readonly string[]): void {
  runChild({ words: ['node_modules/wrangler/bin/wrangler.js', 'dev', ...args], folder: ROOT, environment: OFFLINE });
}

async function main(args: readonly string[]): Promise<void> {
  const base = `http://127.0.0.1:${portOf(args)}`;
  // A server stopped a moment ago may still be on its way out.
  if (!(await until(false, base, 3_000))) {
    console.error(`Another server answers at ${base}: stop it, or choose a port with \`npm start -- --port 8788\`.`);
    process.exit(1);
  }
  start(args);
  if (await until(true, base, PATIENCE_MS)) console.log(command(base));
  else console.error(`No answer from ${base}/healthz after ${PATIENCE_MS / 1000} s; wrangler is still running.`);
}

await main(process.argv.slice(2));
