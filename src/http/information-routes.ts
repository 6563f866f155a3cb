/** The small documents about the service itself: liveness, version and limits, the schemas, the stylesheet. */

import { dump } from 'js-yaml';
import { once } from '../analysis/once.ts';
import { LIMITS } from '../ingest/index.ts';
import type { AppParts } from './about.ts';
import { docsRoute } from './docs/docs-route.ts';
import { SCRIPT, SCRIPT_PATH } from './graphql-page.ts';
import { openApiDocument } from './openapi/document.ts';
import type { Route } from './routes.ts';
import { STYLE } from './style.ts';

/** These change with a deployment only, and a client may see that some minutes later. */
const CACHED = 'public, max-age=300';
const JSON_TYPE = 'application/json';
const PLAIN = 'text/plain; charset=utf-8';

interface Text {
  readonly contentType: string;
  readonly cacheControl?: string;
  readonly open?: true;
  text(): string;
}

function textRoute(path: string, { contentType, cacheControl = CACHED, text, open }: Text): Route {
  const headers = { 'content-type': contentType, 'cache-control': cacheControl };
  return { path, ...(open ? { open } : {}), methods: ['GET'], handle: () => new Response(text(), { headers }) };
}

/** The OpenAPI document as YAML, the same bytes as the file at the root of the repository, but for its comment. */
export function openApiYaml(document: object): string {
  return dump(document, { noRefs: true, lineWidth: -1 });
}

export function informationRoutes(parts: AppParts): readonly Route[] {
  const document = once(() => openApiDocument(parts.about, parts.operations));
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  const version = {
    name: parts.about.name,
    version: parts.about.version,
    limits: { ...LIMITS, ...parts.graphql.limits },
  };
  return [
    textRoute('/healthz', {
      contentType: JSON_TYPE,
      cacheControl: 'no-store',
      open: true,
      text: () => line({ status: 'ok' }),
    }),
    textRoute('/version', { contentType: JSON_TYPE, cacheControl: 'no-cache', text: () => line(version) }),
    docsRoute(document),
    textRoute('/openapi.json', { contentType: JSON_TYPE, open: true, text: once(() => line(document())) }),
    textRoute('/openapi.yaml', {
      contentType: 'application/yaml',
      open: true,
      text: once(() => openApiYaml(document())),
    }),
    textRoute(SCRIPT_PATH, { contentType: 'text/javascript; charset=utf-8', text: () => SCRIPT }),
    textRoute('/graphql/operations', {
      contentType: JSON_TYPE,
      text: () => line({ operations: parts.graphql.operations }),
    }),
    textRoute('/graphql/schema.graphql', { contentType: PLAIN, text: () => parts.graphql.sdl }),
    textRoute('/style.css', { contentType: 'text/css; charset=utf-8', open: true, text: () => STYLE }),
  ];
}
