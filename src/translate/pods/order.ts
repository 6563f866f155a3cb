/**
 * The order of starting. Kubernetes starts everything at once
 * (https://kubernetes.io/docs/concepts/workloads/pods/init-containers/); where it is asked for, an init container waits
 * until the other service answers at a declared port. It can only wait for whom it may dial.
 */

import { intersect, isEmpty, portRange } from '../../algebra/connection-set.ts';
import type { Service } from '../../docker/service.ts';
import { exposedPorts } from '../../policy/dialects/docker-network/index.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { from } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from './unit.ts';

const WAITING_IMAGE = 'busybox:1.37';

export function waitsOf(plan: Plan, unit: Unit): YamlNode[] {
  return unit.services.flatMap((service) =>
    [...service.depends_on].flatMap(([name, { condition, origin, required }]) => {
      const target = plan.project.services.get(name);
      if (!target || unit.services.includes(target) || isImplied(service, name)) return [];
      const port = condition === 'service_completed_successfully' ? undefined : dialledPort(plan, service, target);
      if (plan.options.order === 'wait' && port !== undefined && required) {
        const host = plan.names.get(name) ?? name;
        const command = ['sh', '-c', `until nc -z -w 2 ${host} ${port}; do sleep 1; done`];
        return from(plan, { name: `wait-for-${host}`.slice(0, 63), image: WAITING_IMAGE, command }, origin) ?? [];
      }
      const reason = `${service.name} does not wait for ${name} (${condition}): everything starts at once${whyNot(plan, port)}.`;
      lose(plan, service, { code: 'L11', attribute: `depends_on.${name}`, reason, severity: 'info', origin });
      return [];
    }),
  );
}

function whyNot({ options }: Plan, port: number | undefined): string {
  return options.order === 'wait' && port === undefined ? ', and it declares no TCP port that could be waited for' : '';
}

/** Dependencies that Compose adds for links and shared namespaces are about names, not about order. */
function isImplied({ network_mode }: Service, name: string): boolean {
  return network_mode?.value.kind === 'service' && network_mode.value.service === name;
}

/** The first declared TCP port that the service may dial. */
function dialledPort({ docker }: Plan, from: Service, to: Service): number | undefined {
  const { allow } = docker.between(from.name, to.name);
  const declared = [
    ...to.ports.filter(({ protocol }) => protocol === 'tcp').map(({ target }) => target),
    ...exposedPorts(to).flatMap(({ protocol, target }) => (protocol === 'TCP' ? target.first : [])),
  ];
  return declared.find((port) => !isEmpty(intersect(allow, portRange('TCP', port, port))));
}
