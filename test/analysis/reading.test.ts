import { describe, expect, it } from 'vitest';
import { Analysis, DEFAULT_OPTIONS } from '../../src/analysis/analysis.ts';
import { Reading, type ReadingOptions } from '../../src/analysis/reading.ts';
import { DEFAULT_LIMITS, receiveBody } from '../../src/ingest/index.ts';
import { arriving, streamOf } from '../ingest/reading.ts';
import { analysisOf } from '../support/bundle.ts';

const NAMED = { metadata: { name: 'x', namespace: 'a' } };
const object = (apiVersion: string, kind: string, more: object = {}) => ({ apiVersion, kind, ...NAMED, ...more });

const POD = object('v1', 'Pod', { metadata: { ...NAMED.metadata, labels: { 'no key!': 'x' } } });
const SERVICE = object('v1', 'Service', { spec: { ports: [{ port: 80 }] } });
const POLICY = object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {}, ingress: [{}] } });
const SECRET = object('v1', 'Secret', { data: { password: 'hunter2' } });

const LINES = [POD, SERVICE, POLICY, SECRET, object('v1', 'Secret')].map((o) => JSON.stringify(o)).join('\n');

async function streamed(text: string, more: Partial<ReadingOptions> = {}): Promise<Analysis> {
  const limits = { ...DEFAULT_LIMITS, wholeBytes: 60 };
  const begin = () => new Reading({ ...DEFAULT_OPTIONS, ...more });
  const body = await receiveBody(arriving(streamOf(text), 'application/x-ndjson'), { begin, limits });
  if (!body.streamed) throw new Error('the body was read whole');
  return new Analysis(body.streamed, DEFAULT_OPTIONS);
}

describe('a reading', () => {
  it('counts what it was given, and what nobody claims by kind', async () => {
    for (const analysis of [await streamed(LINES), analysisOf({ 'a.ndjson': LINES })]) {
      expect(analysis.documentCount).toBe(5);
      expect([...analysis.otherKinds()]).toEqual([['v1 Secret', 2]]);
    }
  });

  it('keeps the text of what something may point into, and no other', async () => {
    const analysis = await streamed(`${JSON.stringify({ ...POD, ...NAMED })}\n${LINES}`);
    const { workloads, services } = analysis.cluster();
    expect(workloads[0]?.origin.document.source.text).toBe('');
    expect([...services.values()][0]?.origin.document.source.text).toBe('');
    const { policies } = analysis.policies();
    expect(policies.map(({ origin }) => origin.document.source.text)).toEqual([JSON.stringify(POLICY)]);
    expect(analysis.parsed().documents).toEqual([]);
  });

  it('knows the line and the column of what was found in a text that is gone', async () => {
    const at = (analysis: Analysis) => analysis.findings().map(({ finding, at: place }) => [finding.rule, place]);
    const column = JSON.stringify(POD).indexOf('"no key!"') + 1;
    expect(at(await streamed(LINES))).toContainEqual(['SCH008', { file: 'manifest.ndjson', line: 1, column }]);
  });

  it('lets go of the values of policies, and has them again from their text', () => {
    const { documents } = analysisOf({
      'a.yaml': `${JSON.stringify(POLICY)}\n---\n${JSON.stringify(SERVICE)}`,
    }).parsed();
    const values = () => documents.map(({ value }) => value);
    const [first] = values();
    expect(values()[0]).not.toBe(first);
    expect(values()).toEqual([POLICY, SERVICE]);
  });

  it('sees network plugins in objects that it does not keep', async () => {
    const daemon = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'calico-node', namespace: 'k' } };
    const analysis = await streamed(`${LINES}\n${JSON.stringify(daemon)}`);
    expect(analysis.evidence().plugins.map((plugin) => plugin.name)).toEqual(['Calico']);
  });

  it('knows where the API server would refuse an object whose text is gone, and reads again what waits for its schema', async () => {
    const owned = (name: string) => ({
      ...object('v1', 'Pod', { spec: { containers: [{ name: 'c', image: 'i', prots: [] }] } }),
      metadata: {
        name,
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'u', controller: true }],
      },
    });
    const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'string' } } } };
    const versions = [{ name: 'v1', served: true, storage: true, schema }];
    const spec = { group: 'a.org', names: { kind: 'Widget', plural: 'widgets' }, scope: 'Namespaced', versions };
    const crd = {
      ...object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec }),
      metadata: { name: 'widgets.a.org' },
    };
    const lines = [owned('a'), owned('b'), object('a.org/v1', 'Widget', { spec: 1 }), crd].map((o) =>
      JSON.stringify(o),
    );
    for (const keepObjects of [true, false]) {
      const analysis = await streamed(lines.join('\n'), { kubernetes: '1.35', keepObjects });
      const column = (lines[0] ?? '').indexOf('"prots"') + 1;
      const places = analysis
        .place(analysis.checked?.findings ?? [])
        .map(({ finding, at }) => [finding.rule, at?.line, at?.column]);
      expect(places).toEqual([
        ['SCH002', 1, column],
        ['SCH002', 2, column],
        ['YML005', 3, (lines[2] ?? '').indexOf('"spec"') + 1],
      ]);
    }
  });
});
