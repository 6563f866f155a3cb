/** What of the machine belongs beside a figure. */

import { arch, availableParallelism, platform } from 'node:os';

export function machineFacts(): string {
  return `Node ${process.versions.node} (V8 ${process.versions.v8}), ${platform()} ${arch()}, ${availableParallelism()} cores shared with other work.`;
}
