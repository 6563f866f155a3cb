import { expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const html = await (await app.request('/docs', { headers: { accept: 'text/html' } })).text();
const document = (await (await app.request('/openapi.json')).json()) as Document;

test('the reference shows every operation and every schema of the document', () => {
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, { operationId }]) => (method === 'put' ? [] : [operationId])),
  );
  for (const id of ids) expect(html).toContain(`<section id="${id}">`);
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`<code>${name}</code>`);
});

test('the reference needs nothing from elsewhere, and no script', () => {
  expect(html).not.toContain('<script');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  expect(addresses.filter((address) => !/^(?:#|\/|data:,$)/.test(address))).toEqual([]);
});

test('every link inside the page leads somewhere', () => {
  const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id);
  expect(targets.length).toBeGreaterThan(5);
  for (const id of targets) expect(html).toContain(`id="${id}"`);
});
