/** GWA009: a listener that should end TLS, and has nothing to do it with. */

import { type GatewayView, gatewaysOf, terminates } from '../../context/gateway-view.ts';
import { isIssued } from '../../context/tls-secret.ts';
import type { KubernetesRule } from '../../rule.ts';
import { TLS_SECRET } from '../ingress/examples.ts';
import { gatewayText, HTTPS } from './examples.ts';

const manifests = (listeners: string) => gatewayText({ listeners }) + TLS_SECRET;

export const listenerWithoutCertificate: KubernetesRule = {
  id: 'GWA009',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Listener ends TLS without a certificate',
  why: 'The listener is not programmed, and nobody answers at its port, unless the controller has a certificate by other means.',
  fix: 'Name the Secret of a certificate in tls.certificateRefs.',
  references: ['https://gateway-api.sigs.k8s.io/guides/tls/'],
  bad: [{ line: 7, text: manifests('- {name: https, port: 443, protocol: HTTPS}') }],
  good: [manifests(HTTPS)],
  check(context, report) {
    for (const gateway of gatewaysOf(context)) {
      if (hasOther(gateway)) continue;
      for (const listener of gateway.listeners) {
        const { tls, field, name } = listener;
        if (!terminates(listener) || tls.itemsAt('certificateRefs').length > 0 || !tls.at('options').absent) continue;
        report(
          tls.absent ? field : tls,
          `Listener ${name} ends TLS and has no certificate. Name a Secret in tls.certificateRefs.`,
        );
      }
    }
  },
};

/** Clouds keep certificates themselves, and are told of them in annotations or in parameters. */
function hasOther({ object }: GatewayView): boolean {
  const told = [...object.annotations].some(([key]) => /cert/i.test(key));
  return told || isIssued(object) || !object.spec.at('infrastructure').at('parametersRef').absent;
}
