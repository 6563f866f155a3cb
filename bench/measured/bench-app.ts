/** The app as it is served. */

import { app } from '../../src/entry/app.ts';

export function benchApp(): typeof app {
  return app;
}
