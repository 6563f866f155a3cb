/** How requests show who sends them; which of the ways counts, if any, is for whoever runs the service to choose. */

import type { JsonSchema } from './schemas.ts';

export const SECURITY_SCHEMES: Readonly<Record<string, JsonSchema>> = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key, or a signed token of an OpenID Connect issuer such as GitHub Actions.',
  },
  cloudflareAccess: {
    type: 'apiKey',
    in: 'header',
    name: 'cf-access-jwt-assertion',
    description: 'What Cloudflare Access puts into requests that it lets through.',
  },
};

/** None of them where access is open, as on your own machine. */
export const SECURITY: readonly JsonSchema[] = [{}, { bearer: [] }, { cloudflareAccess: [] }];

/** The statuses by which a request is turned away whatever it asks for. */
export const GUARDED: readonly number[] = [401, 403, 429, 503];
