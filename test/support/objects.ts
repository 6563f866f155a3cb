/** Kubernetes objects as YAML, for tests about something else: a path is `namespace/name`. */

export interface PodShape {
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly { name?: string; containerPort: number; protocol?: string }[];
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly owner?: { readonly kind: string; readonly name: string };
}

/** A pod with one container. */
export function pod(path: string, shape: PodShape = {}): string {
  const { labels, ports = [], spec, status, owner } = shape;
  return write({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...meta(path), labels, ...(owner && { ownerReferences: [{ ...owner, controller: true }] }) },
    spec: { containers: [{ name: 'main', image: 'example/app', ports }], ...spec },
    status,
  });
}

/** A controller with a pod template; `more` are further fields of its spec. */
export function workload(kind: string, path: string, shape: PodShape = {}, more: Record<string, unknown> = {}): string {
  const { labels = {}, ports = [], spec, owner } = shape;
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'main', image: 'example/app', ports }], ...spec },
  };
  const apiVersion = { Job: 'batch/v1', CronJob: 'batch/v1', ReplicationController: 'v1' }[kind] ?? 'apps/v1';
  return write({
    apiVersion,
    kind,
    metadata: { ...meta(path), ...(owner && { ownerReferences: [{ ...owner, controller: true }] }) },
    spec: kind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { ...more, template },
  });
}

export function namespace(name: string, labels: Readonly<Record<string, string>> = {}): string {
  return write({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

/** A NetworkPolicy; `spec` is YAML, in a flow mapping or in lines that begin at the margin. */
export function policy(path: string, spec: string): string {
  const { name, namespace: home } = meta(path);
  const body = spec.trim().replaceAll(/^/gm, '  ');
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${JSON.stringify(name)}, namespace: ${JSON.stringify(home)} }\nspec:\n${body}\n`;
}

/** Documents of one file. */
export function together(...documents: readonly string[]): string {
  return documents.join('\n---\n');
}

function meta(path: string): { name: string; namespace: string } {
  const [home = '', name = ''] = path.split('/');
  return { name, namespace: home };
}

function write(object: unknown): string {
  return JSON.stringify(object);
}
