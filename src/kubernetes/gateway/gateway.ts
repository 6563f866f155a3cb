/** Gateways (https://gateway-api.sigs.k8s.io/api-types/gateway): the listeners that routes attach to. */

import type { Document } from '../../ingest/document.ts';
import { finish, type Reading, readGatewayHead } from './api.ts';
import { type Listener, readListener } from './listener.ts';

export interface Gateway {
  readonly namespace: string;
  readonly name: string;
  readonly listeners: readonly Listener[];
}

export function readGateway(document: Document, defaultNamespace: string): Reading<Gateway> {
  const head = readGatewayHead(document, defaultNamespace);
  const listeners = head.scope.root.at('spec').at('listeners').items().map(readListener);
  const { namespace, name } = head;
  return finish(head, { namespace, name, listeners });
}
