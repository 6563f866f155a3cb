/** Laws of Docker hosts, on random projects and through the operations: a second opinion, the order of files, printing. */

import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { connectionKey, type Protocol } from '../../src/algebra/connection-set.ts';
import type { Analysis, AnalysisOptions } from '../../src/analysis/analysis.ts';
import type { DockerModel } from '../../src/analysis/docker-model.ts';
import { evaluateResult, type Query } from '../../src/operations/evaluate.ts';
import { reachability } from '../../src/operations/reachability.ts';
import { foundPairs } from '../../src/operations/reachability-result.ts';
import { composeText } from '../oracle/docker/compose-text.ts';
import { naiveAllowed, naiveReached } from '../oracle/docker/naive-docker.ts';
import { LAN_ADDRESS, type Picture, type Probe } from '../oracle/docker/picture.ts';
import { describeProbe, probesOf } from '../oracle/docker/probes.ts';
import { randomPicture } from '../oracle/docker/random-docker.ts';
import { analysisOf } from '../support/bundle.ts';

const OPTIONS = reachability.input.parse({}) as Parameters<typeof foundPairs>[1];

test('questions by way are answered as the naive evaluator does', () => {
  fc.assert(
    fc.property(randomPicture, (picture) => {
      const probes = probesOf(picture);
      const queries = probes.map(queryOf);
      const { results } = evaluateResult(analysisOf({ 'compose.yaml': composeText(picture) }).models(), { queries });
      const ours = probes.map((probe, i) => `${describeProbe(probe)}: ${told(results[i])}`);
      const theirs = probes.map((probe) => `${describeProbe(probe)}: ${naive(picture, probe)}`);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 500, seed: 3 },
  );
}, 60_000);

/** A published port is dialled at the address that the naive evaluator takes for the host's. */
function queryOf({ from, to, via, protocol, port }: Probe): Query {
  const end = via === 'published' ? LAN_ADDRESS : to;
  return { from, to: end, via, protocol: protocol.toUpperCase() as Protocol, port };
}

function told(result: ReturnType<typeof evaluateResult>['results'][number] | undefined): string {
  if (!result || 'error' in result) return `error ${result?.error.detail}`;
  return result.allowed ? `open ${result.reaches ?? ''}`.trim() : 'shut';
}

function naive(picture: Picture, probe: Probe): string {
  const question = { picture, engine: '29' } as const;
  if (probe.via === 'published' || probe.via === 'loopback') {
    const reached = naiveReached(question, probe);
    return reached === undefined ? 'shut' : `open ${reached}`;
  }
  return naiveAllowed(question, probe) ? 'open' : 'shut';
}

test('a project that is printed in its canonical form and loaded again has the same networks', () => {
  fc.assert(
    fc.property(randomPicture, (picture) => {
      const first = analysisOf({ 'compose.yaml': composeText(picture) });
      const canonical = first.docker()?.bundle.compose.projects[0]?.loaded?.canonical;
      const again = analysisOf({ 'compose.yaml': dump(canonical) });
      expect(again.docker()?.bundle.compose.projects[0]?.loaded?.canonical).toEqual(canonical);
      expect(matrixOf(again)).toEqual(matrixOf(first));
    }),
    { numRuns: 200, seed: 4 },
  );
}, 60_000);

test('the order of files that are projects of their own means nothing', () => {
  const named = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), randomPicture), {
    selector: ([folder]) => folder,
    minLength: 2,
  });
  fc.assert(
    fc.property(named, (projects) => {
      const files = projects.map(([folder, picture]): [string, string] => {
        return [`${folder}/compose.yaml`, composeText({ ...picture, project: folder })];
      });
      const [one, other] = [files, files.toReversed()].map((list) => matrixOf(analysisOf(Object.fromEntries(list))));
      expect(other).toEqual(one);
    }),
    { numRuns: 100, seed: 5 },
  );
}, 60_000);

function matrixOf(analysis: Analysis): string[] {
  const docker = modelOf(analysis);
  if (docker.size().workloads === 0) return [];
  return (foundPairs(docker, OPTIONS) ?? []).map(({ from, to, allow, unknown }) =>
    [from.id, to.id, connectionKey(allow), connectionKey(unknown)].join(' '),
  );
}

function modelOf(analysis: Analysis): DockerModel {
  const docker = analysis.docker();
  if (!docker) throw new Error('the files hold a project');
  return docker;
}

test('a bundle is read by the engine that is asked for', () => {
  const engines: readonly AnalysisOptions['dockerEngine'][] = ['29', '28', 'before-28'];
  const text = 'services: { web: { image: x, ports: ["127.0.0.1:8080:80"] } }';
  const open = engines.map((dockerEngine) =>
    matrixOf(analysisOf({ 'compose.yaml': text }, { dockerEngine })).filter((line) => line.startsWith('@lan ')),
  );
  expect(open.map(({ length }) => length)).toEqual([0, 0, 1]);
});
