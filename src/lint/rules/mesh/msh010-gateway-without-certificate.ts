/** MSH010: a server of a Gateway that should end TLS, and has nothing to do it with. */

import type { Field } from '../../../kubernetes/field.ts';
import { istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';
import { istioGateway } from './examples.ts';

export const gatewayWithoutCertificate: KubernetesRule = {
  id: 'MSH010',
  model: 'kubernetes',
  severity: 'error',
  title: 'Server of a Gateway has no certificate',
  why: 'Istio refuses the Gateway, and with it every host that it was to serve.',
  fix: 'Name the Secret of the certificate as credentialName, or leave TLS to the pods with mode PASSTHROUGH.',
  references: ['https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings'],
  bad: [
    { line: 7, text: istioGateway('') },
    { line: 9, text: istioGateway('tls: {mode: SIMPLE}') },
  ],
  good: [istioGateway('tls: {mode: SIMPLE, credentialName: web-tls}'), istioGateway('tls: {mode: PASSTHROUGH}')],
  check(context, report) {
    for (const { spec } of istioObjects(context, 'Gateway')) {
      for (const server of spec.itemsAt('servers')) {
        const protocol = server.at('port').stringAt('protocol')?.toUpperCase() ?? '';
        const tls = server.at('tls');
        if (protocol !== 'HTTPS' && protocol !== 'TLS') continue;
        if (tls.absent)
          report(server, `The server speaks ${protocol} and has no tls. Add it, with the credentialName of a Secret.`);
        else if (ENDS.has(tls.stringAt('mode') ?? 'PASSTHROUGH') && !hasCertificate(tls)) {
          report(tls, `Mode ${tls.stringAt('mode')} needs a certificate. Name its Secret as credentialName.`);
        }
      }
    }
  },
};

const ENDS: ReadonlySet<string> = new Set(['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL']);

function hasCertificate(tls: Field): boolean {
  return ['credentialName', 'credentialNames', 'serverCertificate', 'tlsCertificates'].some(
    (key) => !tls.at(key).absent,
  );
}
