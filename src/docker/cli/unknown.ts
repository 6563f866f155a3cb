/** What of a command cannot be known from its text and bears on the answer: variables and what other commands print. */

import type { Request } from './create/request.ts';
import type { Word } from './shell/word.ts';

/** Flags whose values decide nothing about networks, names or privileges. */
const INDIFFERENT: readonly string[] = [
  'annotation',
  'attach',
  'blkio-weight',
  'cgroup-parent',
  'cidfile',
  'config',
  'cpu-shares',
  'cpus',
  'cpuset-cpus',
  'entrypoint',
  'env',
  'env-file',
  'gpus',
  'health-cmd',
  'health-interval',
  'health-retries',
  'health-timeout',
  'label',
  'label-file',
  'log-driver',
  'log-opt',
  'memory',
  'memory-reservation',
  'memory-swap',
  'mount',
  'platform',
  'pull',
  'restart',
  'runtime',
  'secret',
  'shm-size',
  'storage-opt',
  'tmpfs',
  'ulimit',
  'user',
  'volume',
  'volumes-from',
  'workdir',
];

/** Says what is not known: values of flags that matter, and words that may stand for flags. */
export function noteUnknown({ scope, flags }: Request, opaque: readonly Word[]): void {
  for (const word of opaque) {
    scope.unknown(word, `${word.text.slice(0, 60)} may hold flags, and is not known: write them out.`);
  }
  for (const flag of flags.given()) {
    const [written] = flag.from.unknown;
    if (written === undefined || INDIFFERENT.includes(flag.name)) continue;
    const message = `--${flag.name}: ${written.slice(0, 60)} is not known; write its value, or give it in the option env.`;
    scope.unknown(flag.word, message);
  }
}
