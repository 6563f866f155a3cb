/** MSH004: traffic in a mesh that need not be encrypted, or must and is not. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import { meshHost } from '../../context/mesh-hosts.ts';
import { istioObjects } from '../../context/virtual-services.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (mode: string) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: ${mode}
`;

export const mtlsNotStrict: KubernetesRule = {
  id: 'MSH004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Mutual TLS is not strict',
  why: 'PERMISSIVE takes plain text from whoever sends it, so that policies about principals can be passed by; DISABLE sends and takes plain text only, which a peer that is STRICT refuses.',
  fix: 'Set the mode to STRICT once every client has a sidecar; remove a DestinationRule that switches TLS off.',
  references: [
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
    'https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
  ],
  bad: [{ line: 8, text: manifests('PERMISSIVE') }],
  good: [manifests('STRICT')],
  check(context, report) {
    for (const field of loose(context)) {
      report(
        field,
        `Mode ${field.value} lets traffic in without TLS. Set it to STRICT once every client has a sidecar.`,
      );
    }
    for (const field of refused(context)) {
      report(
        field,
        'The rule sends plain text, and a PeerAuthentication of the namespace takes TLS only. Remove the mode.',
      );
    }
  },
};

function* loose(context: KubernetesContext): Generator<Field> {
  for (const { group, spec } of context.ofKind('PeerAuthentication')) {
    if (group !== 'security.istio.io') continue;
    const ports = spec.at('portLevelMtls');
    for (const mtls of [spec.at('mtls'), ...Object.keys(ports.object() ?? {}).map((port) => ports.at(port))]) {
      const mode = mtls.at('mode');
      if (mode.value === 'PERMISSIVE' || mode.value === 'DISABLE') yield mode;
    }
  }
}

function* refused(context: KubernetesContext): Generator<Field> {
  // One for a whole namespace; of one with a selector it is not said whom it means.
  const strict = new Set(
    context
      .ofKind('PeerAuthentication')
      .filter(({ spec }) => spec.at('selector').absent && spec.at('mtls').at('mode').value === 'STRICT')
      .map(({ namespace }) => namespace),
  );
  for (const { spec, namespace } of strict.size === 0 ? [] : istioObjects(context, 'DestinationRule')) {
    const mode = spec.at('trafficPolicy').at('tls').at('mode');
    if (mode.value !== 'DISABLE') continue;
    const host = meshHost(context, spec.stringAt('host') ?? '', namespace);
    if (host.kind === 'service' && strict.has(host.service.object.namespace)) yield mode;
  }
}
