/**
 * Figures of the process in Prometheus' text format
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format): requests by route and status, how
 * long they took, and how the threads stand. Labels come from the route table, never from a request.
 */

const SECONDS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface RequestFigures {
  /** The pattern of the route. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The code of the problem it was answered with, and the limit it passed. */
  readonly problem?: string;
  readonly limit?: string;
}

/** Figures that are read when they are asked for. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** By labels, already written: `state="busy"`. */
  values(): Iterable<readonly [labels: string, value: number]>;
  readonly type?: 'gauge' | 'counter';
}

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** A label's value (backslash, quote and line end escaped). */
const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

function line(name: string, labels: string, value: number): string {
  return `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`;
}

const head = (name: string, type: string, help: string): string => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`;

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #problems = new Map<string, number>();
  readonly #seconds = new Map<string, Histogram>();
  readonly #gauges: readonly Gauge[];
  #received = 0;
  #sent = 0;

  constructor(gauges: readonly Gauge[]) {
    this.#gauges = gauges;
  }

  count({ route, method, status, seconds, requestBytes, responseBytes, problem, limit = '' }: RequestFigures): void {
    addOne(this.#requests, `route=${quoted(route)},method=${quoted(method)},status="${status}"`);
    if (problem !== undefined) addOne(this.#problems, `code=${quoted(problem)},limit=${quoted(limit)}`);
    this.#received += requestBytes;
    this.#sent += responseBytes;
    const key = `route=${quoted(route)}`;
    const histogram = this.#seconds.get(key) ?? { buckets: SECONDS.map(() => 0), sum: 0, count: 0 };
    this.#seconds.set(key, histogram);
    histogram.sum += seconds;
    histogram.count += 1;
    for (const [at, bound] of SECONDS.entries()) {
      if (seconds <= bound) histogram.buckets[at] = (histogram.buckets[at] ?? 0) + 1;
    }
  }

  text(): string {
    return [
      head('portolan_requests_total', 'counter', 'Requests answered.'),
      ...[...this.#requests].map(([labels, value]) => line('portolan_requests_total', labels, value)),
      head('portolan_problems_total', 'counter', 'Requests answered with a problem, by its code and the limit passed.'),
      ...[...this.#problems].map(([labels, value]) => line('portolan_problems_total', labels, value)),
      head('portolan_request_bytes_total', 'counter', 'Bytes of request bodies.'),
      line('portolan_request_bytes_total', '', this.#received),
      head('portolan_response_bytes_total', 'counter', 'Bytes of response bodies.'),
      line('portolan_response_bytes_total', '', this.#sent),
      head('portolan_request_seconds', 'histogram', 'From the first byte of a request to the last of its answer.'),
      ...[...this.#seconds].map(([labels, histogram]) => histogramLines(labels, histogram)),
      ...this.#gauges.map(gaugeLines),
    ].join('');
  }
}

function addOne(counters: Map<string, number>, labels: string): void {
  counters.set(labels, (counters.get(labels) ?? 0) + 1);
}

function histogramLines(labels: string, { buckets, sum, count }: Histogram): string {
  const name = 'portolan_request_seconds';
  return [
    ...SECONDS.map((bound, at) => line(`${name}_bucket`, `${labels},le="${bound}"`, buckets[at] ?? 0)),
    line(`${name}_bucket`, `${labels},le="+Inf"`, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ].join('');
}

function gaugeLines({ name, help, type = 'gauge', values }: Gauge): string {
  return head(name, type, help) + [...values()].map(([labels, value]) => line(name, labels, value)).join('');
}
