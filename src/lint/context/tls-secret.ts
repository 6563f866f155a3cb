/**
 * Whether a Secret holds a certificate for a server
 * (https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets). Its values are never looked at.
 */

import type { Severity } from '../../ingest/finding.ts';
import type { LintObject } from './lint-object.ts';

export const TLS_KEYS = ['tls.crt', 'tls.key'] as const;

interface TlsFault {
  readonly severity: Severity;
  readonly message: string;
}

export function tlsFault({ root, name }: LintObject): TlsFault | undefined {
  const type = root.stringAt('type') || 'Opaque';
  const holds = new Set(['data', 'stringData'].flatMap((key) => Object.keys(root.at(key).object() ?? {})));
  const missing = TLS_KEYS.filter((key) => !holds.has(key));
  // Values are often taken out of what is shown of a Secret; then its type tells all there is to tell.
  if (missing.length > 0 && (holds.size > 0 || type !== 'kubernetes.io/tls')) {
    const shown = holds.size > 0 ? `has ${[...holds].join(', ')}` : `is of type ${type}`;
    const message = `Secret ${name} ${shown}, and not ${missing.join(' and ')}. Make one of type kubernetes.io/tls.`;
    return { severity: 'error', message };
  }
  if (type === 'kubernetes.io/tls') return undefined;
  const message = `Secret ${name} is of type ${type}; some controllers take certificates only from type kubernetes.io/tls.`;
  return { severity: 'warning', message };
}
