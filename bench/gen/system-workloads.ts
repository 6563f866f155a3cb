/** What runs in the namespaces of the system. */

import type { Workload } from './workloads.ts';

const SYSTEM = { tier: 'system', replicas: 2, hostNetwork: false } as const;

export const SYSTEM_WORKLOADS: readonly Workload[] = [
  {
    ...SYSTEM,
    namespace: 'kube-system',
    name: 'coredns',
    kind: 'Deployment',
    labels: { 'k8s-app': 'kube-dns' },
    ports: [
      ['dns', 53, 'UDP'],
      ['dns-tcp', 53, 'TCP'],
      ['metrics', 9153, 'TCP'],
    ],
  },
  {
    ...SYSTEM,
    namespace: 'kube-system',
    name: 'kube-proxy',
    kind: 'DaemonSet',
    labels: { 'k8s-app': 'kube-proxy' },
    ports: [],
    hostNetwork: true,
  },
  {
    ...SYSTEM,
    namespace: 'kube-system',
    name: 'metrics-server',
    kind: 'Deployment',
    labels: { 'k8s-app': 'metrics-server' },
    ports: [['https', 10250, 'TCP']],
  },
  {
    ...SYSTEM,
    namespace: 'monitoring',
    name: 'prometheus',
    kind: 'StatefulSet',
    labels: { app: 'prometheus' },
    ports: [['web', 9090, 'TCP']],
  },
  {
    ...SYSTEM,
    namespace: 'monitoring',
    name: 'grafana',
    kind: 'Deployment',
    labels: { app: 'grafana' },
    ports: [['http', 3000, 'TCP']],
  },
  {
    ...SYSTEM,
    namespace: 'monitoring',
    name: 'node-exporter',
    kind: 'DaemonSet',
    labels: { app: 'node-exporter' },
    ports: [['metrics', 9100, 'TCP']],
    hostNetwork: true,
  },
  {
    ...SYSTEM,
    namespace: 'ingress-nginx',
    name: 'controller',
    kind: 'Deployment',
    labels: { 'app.kubernetes.io/name': 'ingress-nginx' },
    ports: [
      ['http', 80, 'TCP'],
      ['https', 443, 'TCP'],
    ],
  },
];
