/** The bare route as a Worker. */

import { bareApp } from './bare-app.ts';

export default bareApp;
