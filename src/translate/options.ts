/** What a translation may be asked for; the defaults are what keeps most of a project and opens least of a cluster. */

import type { DockerEngine } from '../policy/dialects/docker-network/index.ts';

/** How published ports are opened: by a Service of that type, or over HTTP by a controller. */
export const EXPOSE = ['loadbalancer', 'nodeport', 'ingress', 'gateway', 'none'] as const;
/** What named volumes become. With `hostpath`, bind mounts are kept as paths of the node. */
export const VOLUMES = ['claims', 'emptydir', 'hostpath'] as const;
/** `faithful`: exactly Docker's reach. `least`: only what the file declares as used. `none`: no policy at all. */
export const POLICIES = ['faithful', 'least', 'none'] as const;
/** Whether `depends_on` is waited for, by init containers. */
export const ORDER = ['none', 'wait'] as const;
export const LAYOUTS = ['services', 'stream'] as const;

export interface TranslateOptions {
  /** Absent: the project's name in DNS form. */
  readonly namespace?: string | undefined;
  readonly expose: (typeof EXPOSE)[number];
  readonly volumes: (typeof VOLUMES)[number];
  /** Of volumes that say nothing of their size, as a quantity of Kubernetes. */
  readonly volumeSize: string;
  readonly storageClass?: string | undefined;
  /** The pods of cluster DNS. */
  readonly dns: DnsPods;
  /** Where the cluster has its pods and Services; what is outside of a project is then none of them. */
  readonly clusterCIDRs: readonly string[];
  readonly policies: (typeof POLICIES)[number];
  readonly order: (typeof ORDER)[number];
  readonly engine: DockerEngine;
}

export interface DnsPods {
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
}

/** As kubeadm and most distributions label CoreDNS. */
export const KUBE_DNS: DnsPods = { namespace: 'kube-system', key: 'k8s-app', value: 'kube-dns' };

export const DEFAULT_TRANSLATE_OPTIONS: TranslateOptions = {
  expose: 'loadbalancer',
  volumes: 'claims',
  volumeSize: '1Gi',
  dns: KUBE_DNS,
  clusterCIDRs: [],
  policies: 'faithful',
  order: 'none',
  engine: '29',
};
