/** Pieces of manifests that the examples of many rules begin with. */

/** Objects as the documents of one file. */
export function manifests(...objects: readonly string[]): string {
  return objects.join('---\n');
}

interface Parts {
  readonly name: string;
  /** The value of the label `app`; the name where none is given. */
  readonly app?: string;
  readonly namespace?: string;
  /** In flow form: `[{containerPort: 8080}]`. */
  readonly ports?: string;
  readonly image?: string;
  readonly replicas?: number;
}

/** A Deployment of 14 lines, or of 15 with replicas. */
export function deployment({
  name,
  app = name,
  namespace,
  ports = '[{containerPort: 8080}]',
  image,
  replicas,
}: Parts): string {
  const home = namespace === undefined ? '' : `, namespace: ${namespace}`;
  const count = replicas === undefined ? '' : `  replicas: ${replicas}\n`;
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${home}}
spec:
${count}  selector:
    matchLabels: {app: ${app}}
  template:
    metadata:
      labels: {app: ${app}}
    spec:
      containers:
        - name: main
          image: ${image ?? `example.com/${name}:1`}
          ports: ${ports}
`;
}

/** A Namespace of 3 lines. */
export function namespace(name: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n`;
}

/** A Service with what its spec says, each line indented by two. */
export function service(name: string, spec: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}`;
}

/** A NetworkPolicy, four lines before what its spec says, each line of it indented by two. */
export function policy(name: string, spec: string): string {
  const indented = spec.replace(/^(?=.)/gm, '  ');
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}}\nspec:\n${indented}`;
}

/** A rule that lets DNS through, for policies that are about something else: an item of `egress`. */
export const DNS_RULE = `- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
  ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
`;

/** A Pod with one container, and what its spec says before that, each line indented by two. */
export function pod(name: string, spec: string, container = ''): string {
  const head = `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: ${name}}}\nspec:\n`;
  const indented = spec.replace(/^(?=.)/gm, '  ');
  const inside = container.replace(/^(?=.)/gm, '      ');
  return `${head}${indented}  containers:\n    - name: main\n      image: example.com/${name}:1\n${inside}`;
}
