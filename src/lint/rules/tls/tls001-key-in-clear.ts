/** TLS001: a private key where everybody may read it. */

import type { Field } from '../../../kubernetes/field.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (kind: string, data: string) => `apiVersion: v1
kind: ${kind}
metadata:
  name: web
${data}:
  tls.key: |
    -----BEGIN PRIVATE KEY-----
    ThisIsNoKeyButTextOfTheLengthOfTheFirstLineOfOneForTheSakeOfAnExa
    -----END PRIVATE KEY-----
`;

export const keyInClear: KubernetesRule = {
  id: 'TLS001',
  model: 'kubernetes',
  severity: 'error',
  title: 'Private key outside a Secret',
  why: 'Whoever may read ConfigMaps, or pods, has the key: roles that withhold Secrets give these freely, and they are shown and logged as they are.',
  fix: 'Make a new key, put it into a Secret of type kubernetes.io/tls, and mount that. The old key is known from now on.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  ],
  bad: [{ line: 6, text: manifests('ConfigMap', 'data') }],
  good: [manifests('Secret', 'stringData')],
  check(context, report) {
    for (const field of texts(context)) {
      if (typeof field.value !== 'string' || !isKey(field.value)) continue;
      report(field, 'A private key stands here in clear. Replace the key, and keep the new one in a Secret.');
    }
  },
};

/** Encrypted keys are of no use without their password. */
function isKey(text: string): boolean {
  return text.includes('PRIVATE KEY-----') && KEY.test(text);
}

/** A key, not the mention of one (https://www.rfc-editor.org/rfc/rfc7468#section-10). */
const KEY = /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----\s*(?:\\n)?[A-Za-z0-9+/]{32}/;

/** The values of ConfigMaps, of environment variables, and of arguments. */
function* texts(context: KubernetesContext): Generator<Field> {
  for (const { group, root } of context.ofKind('ConfigMap')) {
    const data = root.at('data');
    if (group === '') for (const key of Object.keys(data.object() ?? {})) yield data.at(key);
  }
  for (const { allContainers } of context.pods.templates) {
    for (const container of allContainers) {
      for (const variable of container.itemsAt('env')) yield variable.at('value');
      yield* [...container.itemsAt('command'), ...container.itemsAt('args')];
    }
  }
}
