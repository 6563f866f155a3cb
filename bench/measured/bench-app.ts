/** The app as it is served, but that it reads longer bodies: a dump of 150,000 Pods is longer than the wire allows. */

import { app } from '../../src/entry/app.ts';
import { setLimits } from '../../src/ingest/limits.ts';

const REQUEST_BYTES = 128_000_000;

export function benchApp(): typeof app {
  setLimits({ requestBytes: REQUEST_BYTES });
  return app;
}
