/**
 * CPU time, user and system, in milliseconds: what a busy machine adds by making it wait is not in it. That of all threads
 * counts; that of the thread which computes tells how much of it is helpers of V8, which compile and collect garbage.
 */

export interface CpuTime {
  /** Of all threads. */
  readonly ms: number;
  /** Of the one that asks. */
  readonly threadMs: number;
}

export interface Spent<T> extends CpuTime {
  readonly value: T;
}

/** A moment, to measure from. */
export interface CpuMark {
  readonly all: NodeJS.CpuUsage;
  readonly thread: NodeJS.CpuUsage;
}

export function cpuMark(): CpuMark {
  return { all: process.cpuUsage(), thread: process.threadCpuUsage() };
}

export function since({ all, thread }: CpuMark): CpuTime {
  return { ms: milliseconds(process.cpuUsage(all)), threadMs: milliseconds(process.threadCpuUsage(thread)) };
}

export function cpuOf<T>(work: () => T): Spent<T> {
  const start = cpuMark();
  const value = work();
  return { value, ...since(start) };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
