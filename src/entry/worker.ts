/** The Worker: the app, as Cloudflare's runtime wants it. */

import { app } from './app.ts';

export default app;
