/** Gateways as rules see them (https://gateway-api.sigs.k8s.io/reference/spec/#gateway), and who may refer to what. */

import type { Field } from '../../kubernetes/field.ts';
import { GATEWAY_GROUP } from '../../kubernetes/gateway/api.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import type { LintObject } from './lint-object.ts';

export interface ListenerView {
  readonly field: Field;
  readonly name: string;
  readonly port: number | undefined;
  readonly protocol: string;
  /** Undefined: every host name. */
  readonly hostname: string | undefined;
  readonly tls: Field;
}

export interface GatewayView {
  readonly object: LintObject;
  readonly className: string;
  readonly listeners: readonly ListenerView[];
}

export function gatewaysOf(context: KubernetesContext): GatewayView[] {
  return context
    .ofKind('Gateway')
    .filter(({ group }) => group === GATEWAY_GROUP)
    .map((object) => ({
      object,
      className: object.spec.stringAt('gatewayClassName') ?? '',
      listeners: object.spec.itemsAt('listeners').map(readListener),
    }));
}

function readListener(field: Field): ListenerView {
  return {
    field,
    name: field.stringAt('name') ?? '',
    port: field.integerAt('port'),
    protocol: field.stringAt('protocol') ?? '',
    hostname: field.stringAt('hostname') || undefined,
    tls: field.at('tls'),
  };
}

/** Whether a listener ends TLS itself, and so needs a certificate. */
export function terminates({ protocol, tls }: ListenerView): boolean {
  const mode = tls.stringAt('mode') ?? 'Terminate';
  return (protocol === 'HTTPS' || protocol === 'TLS') && mode === 'Terminate';
}

interface Referred {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether the namespace of a core object agrees that an object of another one refers to it. */
export function isGranted(context: KubernetesContext, from: LintObject, to: Referred): boolean {
  if (from.namespace === to.namespace) return true;
  return context.ofKind('ReferenceGrant').some(({ namespace, spec }) => {
    const trusts = spec
      .itemsAt('from')
      .some((f) => f.stringAt('kind') === from.kind && f.stringAt('namespace') === from.namespace);
    const opens = spec
      .itemsAt('to')
      .some((t) => t.stringAt('kind') === to.kind && (t.stringAt('name') || to.name) === to.name);
    return namespace === to.namespace && trusts && opens;
  });
}
