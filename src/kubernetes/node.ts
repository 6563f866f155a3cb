/** Nodes: their labels and the addresses in `status.addresses`, of which some are host names. */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { readHead, readLabels } from './object.ts';

export interface ClusterNode {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly addresses: readonly Address[];
}

export function readNode(document: Document): { findings: readonly Finding[]; node?: ClusterNode } {
  const { scope, metadata, name } = readHead(document);
  const labels = new Map(readLabels(metadata.at('labels')));
  const texts = scope.root
    .at('status')
    .at('addresses')
    .items()
    .map((field) => field.at('address').string());
  const addresses = texts.flatMap((text) => (text ? (parseAddress(text) ?? []) : []));
  const { findings, refused } = scope;
  return refused ? { findings } : { findings, node: { name, labels, addresses } };
}
