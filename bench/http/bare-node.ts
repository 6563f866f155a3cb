/** The bare route on Node, behind the same adapter as the service. */

import { serve } from '@hono/node-server';
import { bareApp } from './bare-app.ts';

serve({ fetch: bareApp.fetch, hostname: '127.0.0.1', port: Number(process.argv[2]) });
