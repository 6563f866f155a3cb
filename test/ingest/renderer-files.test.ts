import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, parseBundle } from '../../src/ingest/index.ts';
import { rendererFiles } from '../../src/ingest/renderer-files.ts';
import { bundleOf, type Files } from '../support/bundle.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n';

function read(files: Files) {
  const { documents, findings } = parseBundle(bundleOf(files));
  const said = findings.map(({ rule, place }) => `${rule} ${place && 'source' in place ? place.source.path : '?'}`);
  return { paths: documents.map(({ source }) => source.path), said };
}

describe('a chart of Helm', () => {
  it('is recognised by its description, and its values are no manifests', () => {
    const files = {
      'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'web/values.yaml': 'replicas: 1\n',
      'web/templates/pod.yaml': 'apiVersion: v1\nkind: {{ .Values.kind }}\n',
      'values.yaml': 'a: 1\n',
      'pod.yaml': POD,
    };
    expect(read(files)).toEqual({
      paths: ['pod.yaml'],
      said: ['YML007 ?', 'YML010 web/Chart.yaml', 'YML004 web/templates/pod.yaml'],
    });
  });
});

describe('a source of Kustomize', () => {
  it('is recognised, and its patches are not taken for objects', () => {
    const files = {
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml': POD,
      'overlay/kustomization.yaml':
        'kind: Kustomization\nresources: [../base]\npatches: [{path: ../common/./patch.yaml}, {patch: "a: 1"}]\npatchesStrategicMerge: [own.yaml, "a:\\n  b"]\n',
      'overlay/own.yaml': POD,
      'common/patch.yaml': POD,
    };
    expect(read(files)).toEqual({
      paths: ['base/pod.yaml'],
      said: [
        'YML010 base/kustomization.yaml',
        'YML010 common/patch.yaml',
        'YML010 overlay/kustomization.yaml',
        'YML010 overlay/own.yaml',
      ],
    });
  });

  it('that cannot be read is read as any other file', () => {
    expect(read({ 'kustomization.yaml': 'a: [' }).said).toEqual(['YML001 kustomization.yaml']);
    expect([...rendererFiles(bundleOf({ Kustomization: '- a' }).files, DEFAULT_LIMITS)]).toEqual([]);
  });
});
