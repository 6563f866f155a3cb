/**
 * Other tools, built from the Go module proxy into a folder of their own. Each is built as its own main module, from a
 * copy of what the proxy gave: its `go.sum` then vouches for every dependency, and nothing is written to the Go folders
 * of the machine.
 */

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface GoProgram {
  readonly module: string;
  readonly version: string;
  /** The package of its program, from the module's folder. */
  readonly main: string;
  /** What the program is called. */
  readonly name: string;
}

/** https://github.com/np-guard/netpol-analyzer */
export const NETPOL_ANALYZER: GoProgram = {
  module: 'github.com/np-guard/netpol-analyzer',
  version: 'v1.4.4',
  main: './cmd/netpolicy',
  name: 'netpolicy',
};

/** https://github.com/kubernetes/kompose */
export const KOMPOSE: GoProgram = {
  module: 'github.com/kubernetes/kompose',
  version: 'v1.38.0',
  main: '.',
  name: 'kompose',
};

/** The version of Go on this machine; undefined where there is none. */
export function goVersion(): string | undefined {
  const run = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
}

/** Builds the peer, unless the folder has it; gives the path of its program. Throws where Go says no. */
export function buildPeer({ module: path, version, main, name }: GoProgram, folder: string): string {
  const program = join(folder, name);
  if (existsSync(program)) return program;
  const environment = {
    ...process.env,
    GOPATH: join(folder, 'go'),
    GOBIN: join(folder, 'go', 'bin'),
    GOMODCACHE: join(folder, 'go', 'mod'),
    GOCACHE: join(folder, 'go', 'cache'),
    GOFLAGS: '-modcacherw',
  };
  const go = (args: readonly string[], cwd: string): string => {
    const run = spawnSync('go', args, { cwd, env: environment, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`go ${args.join(' ')}: ${run.stderr}`);
    return run.stdout;
  };
  const module: { readonly Dir: string } = JSON.parse(go(['mod', 'download', '-json', `${path}@${version}`], folder));
  const source = join(folder, `${name}-source`);
  cpSync(module.Dir, source, { recursive: true });
  makeWritable(source);
  go(['build', '-o', program, main], source);
  return program;
}

function makeWritable(path: string): void {
  const isFolder = statSync(path).isDirectory();
  chmodSync(path, isFolder ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) makeWritable(join(path, name));
}
