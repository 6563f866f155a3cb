/**
 * ReferenceGrants (https://gateway-api.sigs.k8s.io/api-types/referencegrant): a namespace agrees that objects of
 * another one refer to its own. They stand in the namespace that is referred to, and add to each other.
 */

import type { Document } from '../../ingest/document.ts';
import { finish, GATEWAY_GROUP, type Reading, readGatewayHead } from './api.ts';

export interface ReferenceGrant {
  readonly namespace: string;
  readonly name: string;
  readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
  /** Without a name, every object of the kind. */
  readonly to: readonly { readonly group: string; readonly kind: string; readonly name: string | undefined }[];
}

interface Kinded {
  readonly kind: string;
}

interface Named extends Kinded {
  readonly group: string;
  readonly name: string;
}

export function readReferenceGrant(document: Document, defaultNamespace: string): Reading<ReferenceGrant> {
  const head = readGatewayHead(document, defaultNamespace);
  const spec = head.scope.root.at('spec');
  const { namespace, name } = head;
  return finish(head, {
    namespace,
    name,
    from: spec
      .at('from')
      .items()
      .map((field) => ({
        group: field.at('group').string() ?? '',
        kind: field.at('kind').string() ?? '',
        namespace: field.at('namespace').string() ?? '',
      })),
    to: spec
      .at('to')
      .items()
      .map((field) => ({
        group: field.at('group').string() ?? '',
        kind: field.at('kind').string() ?? '',
        name: field.at('name').string() || undefined,
      })),
  });
}

/** Whether a grant lets a route refer to an object of the grant's own namespace. */
export function permits(
  { from, to }: ReferenceGrant,
  route: Kinded & { readonly namespace: string },
  ref: Named,
): boolean {
  const trusted = from.some(
    (f) => f.group === GATEWAY_GROUP && f.kind === route.kind && f.namespace === route.namespace,
  );
  const open = to.some((t) => t.group === ref.group && t.kind === ref.kind && (t.name ?? ref.name) === ref.name);
  return trusted && open;
}
