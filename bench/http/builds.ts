/** The programs under load, as they are deployed: one file each, in a folder of the benchmark. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, PROGRAMS } from '../../scripts/build/bundle.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BARE = {
  node: { entry: 'bench/http/bare-node.ts', file: 'bare-node.mjs' },
  worker: { entry: 'bench/http/bare-worker.ts', file: 'bare-worker.js' },
} as const;

export interface Builds {
  /** The service for Node. */
  readonly server: string;
  readonly bareNode: string;
  /** Configurations for `workerd serve`, by the port they listen at. */
  worker(port: number): string;
  bareWorker(port: number): string;
}

/** https://github.com/cloudflare/workerd/blob/main/src/workerd/server/workerd.capnp */
function capnp(file: string, port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = (
    modules = [ (name = "worker.js", esModule = embed "${file}") ],
    compatibilityDate = "2026-08-01", compatibilityFlags = ["nodejs_compat"])) ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ]
);
`;
}

function buildWorker(folder: string): void {
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--minify', '--outdir', folder], {
    cwd: ROOT,
    stdio: 'pipe',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
  });
}

export async function buildAll(folder: string): Promise<Builds> {
  buildWorker(folder);
  for (const program of [PROGRAMS.server, BARE.node, BARE.worker]) await bundle(program, folder);
  const configured = (file: string) => (port: number) => {
    const path = join(folder, `${file}.capnp`);
    writeFileSync(path, capnp(file, port));
    return path;
  };
  return {
    server: join(folder, PROGRAMS.server.file),
    bareNode: join(folder, BARE.node.file),
    worker: configured('worker.js'),
    bareWorker: configured(BARE.worker.file),
  };
}

/** The binary itself: the script beside it starts a process that outlives it. */
export function workerdBinary(): string {
  const { default: path } = createRequire(import.meta.url)('workerd') as { readonly default: string };
  return path;
}
