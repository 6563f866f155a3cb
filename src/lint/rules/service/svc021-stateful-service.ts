/** SVC021: a StatefulSet without the headless Service that names its pods. */

import type { KubernetesContext } from '../../context/kubernetes-context.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { setTo } from '../../fixes.ts';
import type { KubernetesRule, Report } from '../../rule.ts';
import { manifests, service } from '../fragments.ts';

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector:
    matchLabels: {app: db}
  template:
    metadata:
      labels: {app: db}
    spec:
      containers:
        - {name: db, image: "example.com/db:1", ports: [{containerPort: 5432}]}
`;
const headless = (clusterIP: string) => service('db', `${clusterIP}selector: {app: db}\nports: [{port: 5432}]\n`);

export const statefulService: KubernetesRule = {
  id: 'SVC021',
  model: 'kubernetes',
  severity: 'warning',
  title: 'A StatefulSet has no headless Service',
  why: 'The names of its pods, db-0.db and so on, come from that Service: without it, or where it has an address of its own, they do not resolve.',
  fix: 'Make the Service that serviceName says, with clusterIP: None and a selector of the pods.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  bad: [
    { line: 5, complete: true, text: SET },
    { line: 5, text: manifests(SET, headless('')) },
  ],
  good: [manifests(SET, headless('clusterIP: None\n'))],
  check(context, report) {
    for (const object of context.ofKind('StatefulSet')) if (object.group === 'apps') checkSet(object, context, report);
  },
};

function checkSet(
  { spec, namespace }: LintObject,
  { services, near, complete }: KubernetesContext,
  report: Report,
): void {
  const field = spec.at('serviceName');
  const name = field.string() ?? '';
  if (name === '') {
    report(spec, 'Without serviceName the pods have no names of their own in DNS. Name a headless Service.', {
      severity: 'info',
    });
    return;
  }
  const service = services.get(`${namespace}/${name}`);
  if (service) {
    const message = `Service ${name} is not headless, so that the names of the pods do not resolve. Set clusterIP: None, or name another.`;
    if (!service.headless && service.type !== 'ExternalName') report(field, message);
    return;
  }
  const known = [...services.values()]
    .filter((s) => s.object.namespace === namespace && s.headless)
    .map((s) => s.object.name);
  const meant = near.find(name, known);
  // A bundle without any Service says nothing of Services.
  if (!complete && services.size === 0) return;
  const hint = meant === undefined ? 'Add a headless one of this name' : `There is ${meant}`;
  report(
    field,
    `Namespace ${namespace} has no Service ${name}, so that the names of the pods do not resolve. ${hint}.`,
    {
      absent: meant === undefined,
      ...(meant === undefined ? {} : setTo(field, meant)),
    },
  );
}
