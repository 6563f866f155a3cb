/**
 * Whether a Secret holds a certificate for a server
 * (https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets). Its values are never looked at.
 */

import type { Severity } from '../../ingest/finding.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
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

/** Annotations that have a controller make the Secret (https://cert-manager.io/docs/usage/ingress/). */
const ISSUED = /^(?:cert-manager\.io\/|certmanager\.k8s\.io\/|kubernetes\.io\/tls-acme$)/;

export function isIssued({ annotations }: LintObject): boolean {
  return [...annotations].some(([key]) => ISSUED.test(key));
}

/** Secrets that other objects of the bundle become, as `namespace/name`. */
export function madeSecrets(context: KubernetesContext): ReadonlySet<string> {
  const certificates = context.ofKind('Certificate').map(({ namespace, spec }) => {
    return `${namespace}/${spec.stringAt('secretName')}`;
  });
  const external = context.ofKind('ExternalSecret').map(({ namespace, name, spec }) => {
    return `${namespace}/${spec.at('target').stringAt('name') ?? name}`;
  });
  const sealed = context.ofKind('SealedSecret').map(({ namespace, name }) => `${namespace}/${name}`);
  return new Set([...certificates, ...external, ...sealed]);
}
