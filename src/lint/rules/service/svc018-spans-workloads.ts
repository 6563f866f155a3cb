/** SVC018: a Service whose selector means several programs at once. */

import type { PodTemplate } from '../../context/pod-template.ts';
import { formatRequirements, requirementsOf } from '../../context/requirements.ts';
import type { ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, service } from '../fragments.ts';

const pods = (name: string, image: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, labels: {app: ${name}, tier: backend}}
spec:
  containers:
    - {name: main, image: "example.com/${image}:1", ports: [{containerPort: 8080}]}
`;
const example = (selector: string) =>
  manifests(
    pods('api', 'api'),
    pods('worker', 'worker'),
    service('api', `selector: {${selector}}\nports: [{port: 80, targetPort: 8080}]\n`),
  );

/** The labels by which manifests say which program a pod runs. */
const IDENTITY: readonly string[] = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/component',
  'app',
  'k8s-app',
  'component',
  'name',
];
const MOST_NAMED = 4;

export const spansWorkloads: KubernetesRule = {
  id: 'SVC018',
  model: 'kubernetes',
  severity: 'warning',
  title: 'The selector of a Service means several programs',
  why: 'Each connection goes to one of them by chance, and all but one program may not know what to do with it.',
  fix: 'Add the label to the selector that only the pods of one program have.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors'],
  bad: [{ line: 19, text: example('tier: backend') }],
  good: [example('tier: backend, app: api')],
  check({ services }, report) {
    for (const service of services.values()) {
      if (!meansSeveral(service)) continue;
      const { object, selector, selected } = service;
      const names = selected.pods.map(({ object: { kind, name } }) => `${kind} ${name}`);
      const shown =
        names.length > MOST_NAMED
          ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
          : names.join(', ');
      report(
        object.spec.at('selector'),
        `${formatRequirements(requirementsOf(selector))} selects ${shown}, which are different programs. Add a label that only one has.`,
      );
    }
  },
};

/**
 * Versions and shards of one program say its name, or have its image and listen where the Service leads: they are meant
 * to share it.
 */
function meansSeveral({ selected, ports }: ServiceView): boolean {
  const [first, ...others] = selected.pods;
  if (!first) return false;
  const images = imagesOf(first);
  const targets = ports.map(({ targetPort }) => targetPort);
  return others.some((other) => {
    if (IDENTITY.some((key) => isShared(first, other, key))) return false;
    const isSameImage = imagesOf(other).some((image) => images.includes(image));
    return !isSameImage || listensAt(first, targets) !== listensAt(other, targets);
  });
}

function listensAt({ ports }: PodTemplate, targets: readonly (number | string)[]): boolean {
  return ports.some(({ port, name }) => targets.includes(port) || (name !== undefined && targets.includes(name)));
}

function isShared(a: PodTemplate, b: PodTemplate, key: string): boolean {
  const value = a.labels.get(key);
  return typeof value === 'string' && b.labels.get(key) === value;
}

/** Without tags and digests. */
function imagesOf({ containers }: PodTemplate): string[] {
  return containers.map((container) => (container.stringAt('image') ?? '').replace(/@.*$/, '').replace(/:[^/:]*$/, ''));
}
