/** What HTTP itself costs: a route of hono that takes the body and answers a word. */

import { Hono } from 'hono';

export const bareApp = new Hono();

bareApp.get('/healthz', (context) => context.text('ok'));
bareApp.post('/bare', async (context) => context.text(String((await context.req.arrayBuffer()).byteLength)));
