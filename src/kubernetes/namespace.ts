/**
 * Namespaces. Each carries `kubernetes.io/metadata.name` with its own name, whatever a manifest says
 * (https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name). One that no
 * manifest declares exists all the same, with just that label.
 */

import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import { readHead, readLabels } from './object.ts';

export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

export interface Namespace {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** Whether a manifest declares it. */
  readonly declared: boolean;
}

export function impliedNamespace(name: string): Namespace {
  return { name, labels: new Map([[NAMESPACE_NAME_LABEL, name]]), declared: false };
}

export function readNamespace(document: Document): { findings: readonly Finding[]; namespace?: Namespace } {
  const { scope, metadata, name } = readHead(document);
  const { findings, refused } = scope;
  if (refused) return { findings };
  const labels = new Map(readLabels(metadata.at('labels'))).set(NAMESPACE_NAME_LABEL, name);
  return { findings, namespace: { name, labels, declared: true } };
}
