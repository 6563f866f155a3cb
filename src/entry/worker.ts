/** The Worker: the app, as Cloudflare's runtime wants it, with what is bound to it. */

import { env } from 'cloudflare:workers';
import { readSettings } from '../http/settings.ts';
import { type Bindings, boundParts } from '../platform/cloudflare/bindings.ts';
import { createService } from './app.ts';

const variables: Readonly<Record<string, unknown>> = { ...env };
const { gatekeeper, corsOrigins, rate } = readSettings(variables, fetch);
const bindings: Bindings = variables;

export { AnalysisWorkflow } from '../platform/cloudflare/analysis-workflow.ts';
export default createService({ gatekeeper, corsOrigins, ...boundParts(bindings, rate) });
