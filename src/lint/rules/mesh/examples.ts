/** What the examples about meshes are made of. */

export const REVIEWS = `---
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector: {app: reviews}
  ports: [{name: http, port: 9080}]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews
spec:
  selector:
    matchLabels: {app: reviews}
  template:
    metadata:
      labels: {app: reviews, version: v1}
    spec:
      containers: [{name: reviews, image: example.com/reviews, ports: [{containerPort: 9080}]}]
`;

/** A Gateway of Istio with one server, which is at line 7; `tls` begins at line 9. */
export function istioGateway(tls: string, metadata = ''): string {
  return `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: edge${metadata}}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [www.example.com]${tls === '' ? '' : `\n      ${tls}`}
`;
}
