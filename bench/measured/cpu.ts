/** CPU time of this process, user and system, in milliseconds: what a busy machine adds by making it wait is not in it. */

export interface Spent<T> {
  readonly value: T;
  readonly ms: number;
}

export function cpuOf<T>(work: () => T): Spent<T> {
  const start = process.cpuUsage();
  const value = work();
  return { value, ms: since(start) };
}

export function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
