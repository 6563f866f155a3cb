/** TLS002: a connection whose other end is not asked who it is. */

import { isObject, type JsonValue } from '../../../ingest/document.ts';
import type { Field } from '../../../kubernetes/field.ts';
import { NGINX } from '../../context/ingress-view.ts';
import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (value: boolean) => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector: {}
  endpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        insecureSkipVerify: ${value}
`;

export const verificationOff: KubernetesRule = {
  id: 'TLS002',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Verification of certificates is switched off',
  why: 'The connection is encrypted to whoever answers: somebody in between reads and changes everything, credentials among it.',
  fix: 'Give the client the certificate of the authority that signed the server, and let it verify.',
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-certificate-authentication',
  ],
  bad: [{ line: 11, text: manifests(true) }],
  good: [manifests(false)],
  check(context, report) {
    for (const { field, what } of switchedOff(context)) {
      report(field, `${what} takes any certificate. Give it the authority to verify by, and let it verify.`);
    }
  },
};

interface SwitchedOff {
  readonly field: Field;
  readonly what: string;
}

function* switchedOff(context: KubernetesContext): Generator<SwitchedOff> {
  for (const ingress of context.ingresses) {
    const key = `${NGINX}proxy-ssl-verify`;
    if (ingress.object.annotations.get(key) === 'off') yield { field: ingress.annotation(key), what: 'ingress-nginx' };
  }
  for (const kind of KINDS) {
    for (const { group, spec, id } of context.ofKind(kind)) {
      if (!GROUPS.test(group)) continue;
      for (const field of flags(spec)) yield { field, what: id };
    }
  }
  for (const { allContainers } of context.pods.templates) {
    for (const container of allContainers) yield* ofContainer(container);
  }
}

/** Kinds that configure clients of TLS. */
const KINDS = [
  ...['APIService', 'DestinationRule', 'ServersTransport', 'ServersTransportTCP', 'ServiceMonitor', 'PodMonitor'],
  ...['Probe', 'ScrapeConfig', 'Prometheus', 'AlertmanagerConfig'],
];
const GROUPS =
  /^(?:apiregistration\.k8s\.io|networking\.istio\.io|traefik\.(?:io|containo\.us)|monitoring\.coreos\.com)$/;
const FLAG = /^insecureSkip(?:TLS)?Verify$/i;

/** Flags anywhere below a field. */
function* flags(field: Field): Generator<Field> {
  const { value } = field;
  if (Array.isArray(value)) for (const item of field.items()) yield* flags(item);
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const inner: JsonValue | undefined = value[key];
    if (FLAG.test(key) && inner === true) yield field.at(key);
    else if (typeof inner === 'object') yield* flags(field.at(key));
  }
}

/** Variables that switch verification off in whole languages and tools, by the values that do. */
const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['GIT_SSL_NO_VERIFY', /^(?:1|true)$/i],
  ['VAULT_SKIP_VERIFY', /^(?:1|true)$/i],
  ['CONSUL_HTTP_SSL_VERIFY', /^(?:0|false)$/i],
]);

const ARGUMENT =
  /^--?(?:kubelet-insecure-tls|insecure-skip-(?:tls-)?verify|tls-skip-verify|insecure-skip-tls-verify)(?:=true)?$/;

function* ofContainer(container: Field): Generator<SwitchedOff> {
  const name = container.stringAt('name') ?? '';
  for (const variable of container.itemsAt('env')) {
    const key = variable.stringAt('name') ?? '';
    if (VARIABLES.get(key)?.test(String(variable.at('value').value ?? ''))) {
      yield { field: variable.at('value'), what: `With ${key} so, container ${name}` };
    }
  }
  for (const argument of [...container.itemsAt('command'), ...container.itemsAt('args')]) {
    if (typeof argument.value === 'string' && ARGUMENT.test(argument.value)) {
      yield { field: argument, what: `With this argument, container ${name}` };
    }
  }
}
