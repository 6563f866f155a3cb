import { describe, expect, test } from 'vitest';
import { app } from '../../src/entry/app.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const get = (path: string, accept: string) => app.request(path, { headers: { accept } });

describe('whoever opens /graphql in a browser', () => {
  test('gets a page that says how to ask', async () => {
    const response = await get('/graphql', BROWSER);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('/graphql/schema.graphql');
  });

  test('gets the answer where there is a query', async () => {
    const response = await get('/graphql?query={version}', BROWSER);
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('data.version');
  });
});

test('a client that accepts no form of an answer is told which there are', async () => {
  const response = await get('/graphql?query={version}', 'image/png');
  expect(response.status).toBe(406);
  expect(await response.json()).toMatchObject({
    type: '/problems/not-acceptable',
    alternatives: expect.arrayContaining(['application/json']),
  });
});

test('a tool that sends no query is told so as GraphQL over HTTP has it', async () => {
  const response = await get('/graphql', 'application/graphql-response+json');
  expect(response.status).toBe(400);
});
