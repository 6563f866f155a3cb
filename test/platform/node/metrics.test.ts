import { expect, test } from 'vitest';
import { Metrics, type RequestFigures } from '../../../src/platform/node/metrics.ts';

const FIGURES: RequestFigures = {
  route: '/v1/diff',
  method: 'POST',
  status: 200,
  seconds: 0.02,
  requestBytes: 10,
  responseBytes: 100,
};

/** The samples by name and labels. */
function samples(metrics: Metrics): ReadonlyMap<string, number> {
  const lines = metrics
    .text()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

test('requests are counted by route, method and status', () => {
  const metrics = new Metrics([]);
  for (const status of [200, 200, 503]) metrics.count({ ...FIGURES, status });
  const found = samples(metrics);
  expect(found.get('portolan_requests_total{route="/v1/diff",method="POST",status="200"}')).toBe(2);
  expect(found.get('portolan_requests_total{route="/v1/diff",method="POST",status="503"}')).toBe(1);
  expect(found.get('portolan_request_bytes_total')).toBe(30);
  expect(found.get('portolan_response_bytes_total')).toBe(300);
});

test('problems are counted by code and limit', () => {
  const metrics = new Metrics([]);
  metrics.count({ ...FIGURES, problem: 'limit-exceeded', limit: 'files' });
  metrics.count({ ...FIGURES, problem: 'busy' });
  const found = samples(metrics);
  expect(found.get('portolan_problems_total{code="limit-exceeded",limit="files"}')).toBe(1);
  expect(found.get('portolan_problems_total{code="busy",limit=""}')).toBe(1);
});

test('buckets are cumulative, and the last holds all', () => {
  const metrics = new Metrics([]);
  for (const seconds of [0.001, 0.02, 0.02, 100]) metrics.count({ ...FIGURES, seconds });
  const found = samples(metrics);
  const bucket = (le: string) => found.get(`portolan_request_seconds_bucket{route="/v1/diff",le="${le}"}`);
  expect([bucket('0.005'), bucket('0.01'), bucket('0.025'), bucket('60'), bucket('+Inf')]).toEqual([1, 1, 3, 3, 4]);
  expect(found.get('portolan_request_seconds_count{route="/v1/diff"}')).toBe(4);
  expect(found.get('portolan_request_seconds_sum{route="/v1/diff"}')).toBeCloseTo(100.041);
});

test('every family has its help and type before its samples', () => {
  const metrics = new Metrics([{ name: 'portolan_x', help: 'X.', values: () => [['a="b"', 1]] }]);
  metrics.count(FIGURES);
  const lines = metrics.text().trimEnd().split('\n');
  let family = '';
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('# HELP ')) {
      family = line.split(' ')[2] ?? '';
      expect(lines[at + 1]).toMatch(new RegExp(`^# TYPE ${family} (counter|gauge|histogram)$`));
    } else if (!line.startsWith('#')) expect(line).toMatch(new RegExp(`^${family}(_bucket|_sum|_count)?[{ ]`));
  }
});

test('a label with a quote stays one label', () => {
  const metrics = new Metrics([]);
  metrics.count({ ...FIGURES, route: '/a"\\\nb' });
  expect(metrics.text()).toContain('route="/a\\"\\\\\\nb",method=');
});
