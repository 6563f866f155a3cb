/** What the examples about Ingresses are made of. */

import { deployment, service } from '../fragments.ts';

/** Pods that serve 8080, and a Service at 80. */
export const WEB = `---
${service('web', 'selector: {app: web}\nports: [{name: http, port: 80, targetPort: 8080}]\n')}---
${deployment({ name: 'web' })}`;

export const TLS_SECRET = `---
apiVersion: v1
kind: Secret
metadata:
  name: web-tls
type: kubernetes.io/tls
stringData:
  tls.crt: certificate
  tls.key: key
`;

interface IngressText {
  readonly name?: string;
  readonly namespace?: string;
  /** One on each line. */
  readonly annotations?: readonly string[];
  /** Empty: none. */
  readonly className?: string;
  /** Of one entry of tls, in flow form. */
  readonly hosts?: string;
  readonly secret?: string;
  /** Empty: every host. */
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly service?: string;
  readonly port?: string;
}

/**
 * An Ingress of 16 lines: spec is at line 5, the host at 8, the path at 11, the Service at 15, its port at 16.
 * Annotations come before spec and take a line more than they are; an entry of tls takes the three before the rules.
 */
export function ingressText(text: IngressText = {}): string {
  const { name = 'web', namespace, annotations = [], className = 'public', hosts, secret = 'web-tls' } = text;
  const { host = 'www.example.com', path = '/', pathType = 'Prefix', service: backend = 'web' } = text;
  const home = namespace === undefined ? '' : `\n  namespace: ${namespace}`;
  const notes = annotations.length === 0 ? '' : ['\n  annotations:', ...annotations].join('\n    ');
  const kind = className === '' ? '' : `\n  ingressClassName: ${className}`;
  const tls = hosts === undefined ? '' : `\n  tls:\n    - hosts: ${hosts}\n      secretName: ${secret}`;
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}${home}${notes}
spec:${kind}${tls}
  rules:
    - ${host === '' ? '' : `host: ${host}\n      `}http:
        paths:
          - path: ${path}
            pathType: ${pathType}
            backend:
              service:
                name: ${backend}
                port: {${text.port ?? 'number: 80'}}
`;
}
