/** What the examples of Gateway API are made of: a Service, and a Gateway that takes HTTPS. */

import { TLS_SECRET } from '../ingress/examples.ts';

export const WEB = `---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{port: 80, targetPort: 8080}]
`;

interface GatewayText {
  readonly metadata?: string;
  readonly className?: string;
  /** The lines below `listeners`, which begin at line 7. */
  readonly listeners: string;
}

/** A Gateway whose spec is at line 4, and its listeners below line 6. */
export function gatewayText({ metadata = '{name: edge}', className = 'public', listeners }: GatewayText): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: ${metadata}
spec:
  gatewayClassName: ${className}
  listeners:
${listeners.replace(/^(?=.)/gm, '    ')}
`;
}

/** A listener of five lines, that takes HTTPS for hosts of example.com. */
export const HTTPS = `- name: https
  port: 443
  protocol: HTTPS
  hostname: "*.example.com"
  tls: {certificateRefs: [{name: web-tls}]}`;

export const EDGE = `---\n${gatewayText({ listeners: HTTPS })}${TLS_SECRET}`;

interface RouteText {
  readonly parent?: string;
  readonly hostname?: string;
  readonly namespace?: string;
  readonly rules?: string;
}

/** The parent is at line 6, the host name at line 7, the rules are below line 8. */
export function route({
  parent = '{name: edge}',
  hostname = 'www.example.com',
  namespace = 'default',
  rules = '    - backendRefs: [{name: web, port: 80}]',
}: RouteText): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: ${namespace}}
spec:
  parentRefs:
    - ${parent}
  hostnames: ["${hostname}"]
  rules:
${rules}
`;
}
