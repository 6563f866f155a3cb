/** What the examples about monitoring are made of. */

export const WEB = `---
apiVersion: v1
kind: Service
metadata:
  name: web
  labels: {app: web}
spec:
  selector: {app: web}
  ports: [{name: metrics, port: 9090}]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers: [{name: web, image: example.com/web, ports: [{name: metrics, containerPort: 9090}]}]
`;

/** The selector is at line 6, the endpoint at line 8. */
export function serviceMonitor(app: string, port: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector: {matchLabels: {app: ${app}}}
  endpoints:
    - port: ${port}
`;
}
