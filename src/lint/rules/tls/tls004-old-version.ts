/** TLS004: versions of TLS that must not be used any more. */

import type { Field } from '../../../kubernetes/field.ts';
import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';
import { istioGateway } from '../mesh/examples.ts';

const manifests = (version: string) =>
  istioGateway(`tls: {mode: SIMPLE, credentialName: web-tls, minProtocolVersion: ${version}}`);

export const oldVersion: KubernetesRule = {
  id: 'TLS004',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Versions of TLS before 1.2 are allowed',
  why: 'TLS 1.0 and 1.1 have known weaknesses and were withdrawn by RFC 8996; audits fail on them, and current browsers do not speak them.',
  fix: 'Set the oldest version to TLS 1.2, or leave the setting out: the defaults of all these programs are later.',
  references: [
    'https://www.rfc-editor.org/rfc/rfc8996',
    'https://istio.io/latest/docs/reference/config/networking/gateway/',
  ],
  bad: [{ line: 9, text: manifests('TLSV1_0') }],
  good: [manifests('TLSV1_2')],
  check(context, report) {
    for (const [field, old] of settings(context)) {
      if (typeof field.value !== 'string' || !old.test(field.value)) continue;
      report(field, `${field.value} allows versions of TLS that have been withdrawn. Allow 1.2 and later only.`);
    }
  },
};

const GO_VERSION = /^VersionTLS1[01]$/;
/** Policies of load balancers of AWS that allow 1.0 or 1.1. */
const AWS_POLICY = /^ELBSecurityPolicy-(?:2016-08|TLS-1-[01]-.*|FS-2018-06|FS-1-1-.*|TLS13-1-[01]-.*)$/;
const NGINX_PROTOCOLS = /(?:^|\s)(?:SSLv[23]|TLSv1|TLSv1\.1)(?:\s|$)/;

/** Where programs are told of versions, each beside the values that allow old ones. */
function* settings(context: KubernetesContext): Generator<readonly [Field, RegExp]> {
  for (const { group, spec } of context.ofKind('Gateway')) {
    if (group !== 'networking.istio.io') continue;
    for (const server of spec.itemsAt('servers')) yield [server.at('tls').at('minProtocolVersion'), /^TLSV1_[01]$/];
  }
  for (const { group, spec } of context.ofKind('TLSOption')) {
    if (group.startsWith('traefik.')) yield [spec.at('minVersion'), GO_VERSION];
  }
  for (const ingress of context.ingresses) {
    yield [ingress.annotation(`${NGINX}proxy-ssl-protocols`), NGINX_PROTOCOLS];
    yield [ingress.annotation('alb.ingress.kubernetes.io/ssl-policy'), AWS_POLICY];
  }
  for (const { object } of context.services.values()) {
    const key = 'service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy';
    yield [object.metadata.at('annotations').at(key), AWS_POLICY];
  }
  for (const { group, root } of context.ofKind('ConfigMap')) {
    if (group === '') yield [root.at('data').at('ssl-protocols'), NGINX_PROTOCOLS];
  }
}
