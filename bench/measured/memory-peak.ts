/** The most memory seen at the moments it is looked at; the resident set is the most the system ever saw. */

import { readFileSync } from 'node:fs';

export class MemoryPeak {
  arrayBuffers = 0;

  look(): void {
    this.arrayBuffers = Math.max(this.arrayBuffers, process.memoryUsage().arrayBuffers);
  }

  /** Bytes. Linux counts what a process had before it became this program in `maxRSS`, but not in its own status. */
  static resident(): number {
    if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  }
}
