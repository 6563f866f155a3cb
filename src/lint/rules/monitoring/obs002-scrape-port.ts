/** OBS002: an annotation that sends Prometheus to a port where nobody is known to listen. */

import { formatDeclared, PodSelection } from '../../context/pod-selection.ts';
import type { KubernetesRule } from '../../rule.ts';

const manifests = (port: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/port: "${port}"
spec:
  containers:
    - name: web
      image: example.com/web
      ports: [{name: metrics, containerPort: 9090}]
`;

export const scrapePort: KubernetesRule = {
  id: 'OBS002',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Port to scrape is not declared',
  why: 'Prometheus asks at a port that no container names: most likely nobody listens there, and there are no figures. An annotation takes a number, not the name of a port.',
  fix: 'Write the number of the port that serves the figures; declare it where a container does serve it.',
  references: ['https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config'],
  bad: [
    { line: 7, text: manifests('9000') },
    { line: 7, text: manifests('metrics') },
  ],
  good: [manifests('9090')],
  check({ pods }, report) {
    for (const pod of pods.templates) {
      const field = pod.template.at('metadata').at('annotations').at(KEY);
      if (typeof field.value !== 'string' || field.value === '') continue;
      const declared = new PodSelection([pod]);
      if (!/^\d+$/.test(field.value)) {
        report(field, `${KEY} is ${field.value}, and must be a number. Write the number of the port.`);
      } else if (declared.declaresPorts && !isServed(Number(field.value), declared)) {
        report(
          field,
          `No container declares port ${field.value}; they declare ${formatDeclared(declared.declared)}. Write the one that serves the figures, or declare it.`,
        );
      }
    }
  },
};

const KEY = 'prometheus.io/port';

/** Where sidecars serve figures, those of the application among them, without declaring it: Istio, Envoy, Linkerd. */
const SIDECARS: readonly number[] = [15020, 15090, 4191];

function isServed(port: number, declared: PodSelection): boolean {
  return SIDECARS.includes(port) || declared.hasNumber(port, 'TCP');
}
