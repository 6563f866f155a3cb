/** SVC007: two Services ask for one port of the nodes. */

import type { ServiceView } from '../../context/service-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { manifests, service } from '../fragments.ts';

const example = (nodePort: number) =>
  manifests(
    service('web', 'type: NodePort\nselector: {app: web}\nports: [{port: 80, nodePort: 30080}]\n'),
    service('blog', `type: NodePort\nselector: {app: blog}\nports: [{port: 80, nodePort: ${nodePort}}]\n`),
  );

export const nodePortClash: KubernetesRule = {
  id: 'SVC007',
  model: 'kubernetes',
  severity: 'error',
  title: 'Two Services have the same nodePort',
  why: 'A port of the nodes is given to one Service of the cluster; the API server refuses the second.',
  fix: 'Choose another port for one of them, or leave the choice to the API server.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  bad: [{ line: 15, text: example(30080) }],
  good: [example(30081)],
  check({ services }, report) {
    const taken = new Map<string, ServiceView>();
    for (const service of services.values()) {
      for (const { field, nodePort, protocol } of service.ports) {
        if (nodePort === undefined || service.type === 'ClusterIP') continue;
        const first = taken.get(`${nodePort}/${protocol}`);
        taken.set(`${nodePort}/${protocol}`, first ?? service);
        if (!first || first === service) continue;
        const { namespace, name } = first.object;
        report(
          field.at('nodePort'),
          `Service ${name} of namespace ${namespace} has nodePort ${nodePort} for ${protocol} already. Choose another, or leave it out.`,
        );
      }
    }
  },
};
