import { expect, test } from 'vitest';
import { analyse } from '../../src/operations/analyse.ts';
import { translate } from '../../src/operations/translate.ts';
import { translateInput } from '../../src/operations/translate-options.ts';
import type { TranslateResult } from '../../src/operations/translate-results.ts';
import { validate } from '../../src/operations/validate.ts';
import { formsWith } from '../../src/render/formats.ts';

const COMPOSE = `services:
  web:
    image: nginx:1.29
    ports: ["8080:80"]
    networks: [front]
  db:
    image: postgres:17
    networks: [back]
    volumes: ["data:/var/lib/postgresql/data"]
networks:
  front: {}
  back: { internal: true }
volumes:
  data: {}
`;

const encoder = new TextEncoder();

function asked(files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>> = {}) {
  const bundle = { files: Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })) };
  return translate.run(analyse(bundle, options), translateInput.parse(options));
}

function resultOf(...args: Parameters<typeof asked>): TranslateResult {
  return asked(...args).json() as TranslateResult;
}

const FILES = { 'compose.yaml': COMPOSE };

test('manifests come as files in the order in which they can be applied', () => {
  const { manifests, verdict } = resultOf(FILES, { projectName: 'shop' });
  expect(manifests.map(({ path }) => path)).toEqual(['00-namespace.yaml', '10-policies.yaml', 'db.yaml', 'web.yaml']);
  expect(verdict).toBe('pass');
});

test('they may be one stream, and have a kustomization', () => {
  const options = { projectName: 'shop', layout: 'stream', kustomization: true };
  expect(resultOf(FILES, options).manifests.map(({ path }) => path)).toEqual(['shop.yaml', 'kustomization.yaml']);
});

test('as YAML the answer is the manifests alone, as one stream', () => {
  const yaml = formsWith(['documents']).find(({ name }) => name === 'yaml');
  const text = [...(yaml?.write(asked(FILES)) ?? [])].join('');
  expect(text.startsWith('# The project')).toBe(true);
  expect(text.match(/^---$/gm)?.length).toBeGreaterThan(5);
});

test('a loss has its code, what it is, where it stands and what can be done', () => {
  const loss = resultOf(FILES).losses.find(({ code }) => code === 'L24');
  expect(loss).toMatchObject({ service: 'db', attribute: 'volumes', file: 'compose.yaml', line: 9, severity: 'info' });
  expect(loss?.advice).not.toBe('');
});

test('the proof says how many pairs it compared, what differs and why, and what it takes for granted', () => {
  const { proof } = resultOf(FILES);
  expect(proof).toMatchObject({ equivalent: true, pairs: 20 });
  expect(proof.differences.every(({ reason }) => reason !== undefined)).toBe(true);
  expect(proof.settings.join(' ')).toContain('enforcement=enforced');
});

test('several projects are translated into folders and namespaces of their own', () => {
  const { manifests, proof } = resultOf({ 'one/compose.yaml': COMPOSE, 'two/compose.yaml': COMPOSE });
  expect(new Set(manifests.map(({ path }) => path.split('/')[0])).size).toBe(2);
  expect(proof.differences.map(({ from }) => from)).toContain('one/web');
});

test('gates trip at losses that are warnings, and at differences between services', () => {
  expect(asked(FILES).conditions?.()).toEqual([]);
  const bound = { 'compose.yaml': `${COMPOSE.replace('["data:/var', '["./x:/x", "data:/var')}` };
  expect(asked(bound).conditions?.()).toEqual(['losses']);
  expect(asked(FILES, { policies: 'none' }).conditions?.()).toEqual(['losses', 'differences']);
});

test('what is emitted is accepted by our own validation', () => {
  const { manifests } = resultOf(FILES, { projectName: 'shop' });
  const bundle = { files: manifests.map(({ path, content }) => ({ path, bytes: encoder.encode(content) })) };
  const options = validate.input.parse({});
  const result = validate.run(analyse(bundle, options, { keepObjects: true }), options).json();
  expect(result).toMatchObject({ valid: true, summary: { error: 0 } });
});

test('docker command lines are translated too', () => {
  const script = 'docker network create n\ndocker run -d --name web --network n -p 8080:80 nginx\n';
  const { manifests, proof } = resultOf({ 'run.sh': script });
  expect(manifests.map(({ path }) => path)).toContain('web.yaml');
  expect(proof.equivalent).toBe(true);
});

test('a bundle without a project is refused, and one whose project cannot be loaded says why', () => {
  expect(() => resultOf({ 'a.txt': 'nothing' })).toThrow(/no Compose file/);
  expect(() => resultOf({ 'compose.yaml': 'services: { a: { image: x, nope: 1 } }\n' })).toThrow(/can be loaded/);
});

test('a project whose proof would take too long is refused with the limit and what to do', () => {
  const services = Array.from({ length: 450 }, (_, i) => `  s${i}: { image: a }\n`).join('');
  expect(() => resultOf({ 'compose.yaml': `services:\n${services}` })).toThrow(/at most 400000 are compared/);
});
