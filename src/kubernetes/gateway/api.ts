/** The API group of Gateway API, and the versions of it that are read (https://gateway-api.sigs.k8s.io/concepts/versioning). */

import type { Document } from '../../ingest/document.ts';
import type { Finding } from '../../ingest/finding.ts';
import { type ObjectHead, readHead } from '../object.ts';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

/** Fields mean the same in each; which of them a cluster serves depends on the version of Gateway API it installed. */
const VERSIONS: readonly string[] = ['v1', 'v1beta1', 'v1alpha2', 'v1alpha3'];

/** What came of reading one object; absent where the API server would refuse it. */
export interface Reading<T> {
  readonly findings: readonly Finding[];
  readonly object?: T;
}

/** Reads the head; a version nobody serves is refused. */
export function readGatewayHead(document: Document, defaultNamespace: string): ObjectHead {
  const head = readHead(document, defaultNamespace);
  if (!VERSIONS.some((version) => head.apiVersion === `${GATEWAY_GROUP}/${version}`)) {
    const message = `${head.apiVersion} ${head.kind} is not served; use ${GATEWAY_GROUP}/v1`;
    head.scope.root.at('apiVersion').refuse('SCH005', message);
  }
  return head;
}

/** The object, unless something in it is refused. */
export function finish<T>({ scope }: ObjectHead, object: T): Reading<T> {
  const { findings, refused } = scope;
  return refused ? { findings } : { findings, object };
}
