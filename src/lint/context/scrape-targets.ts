/** Where Prometheus is sent by the monitors of a bundle: pods, and the ports of theirs that serve figures over TCP. */

import type { Field } from '../../kubernetes/field.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import { monitorsOf, ServicesByLabel } from './monitors.ts';
import type { PodTemplate } from './pod-template.ts';

export interface ScrapeTarget {
  /** The item of the monitor. */
  readonly endpoint: Field;
  readonly pod: PodTemplate;
  readonly port: number;
}

export function scrapeTargets(context: KubernetesContext): ScrapeTarget[] {
  return [...ofServiceMonitors(context), ...ofPodMonitors(context)];
}

function ofServiceMonitors(context: KubernetesContext): ScrapeTarget[] {
  const monitors = monitorsOf(context, 'ServiceMonitor');
  const services = monitors.length > 0 ? new ServicesByLabel(context) : undefined;
  return monitors.flatMap(({ requirements, namespaces, endpoints }) =>
    (services?.select(requirements, namespaces) ?? []).flatMap(({ ports, selected }) =>
      endpoints.flatMap((endpoint) => {
        const named = ports.filter(({ name, protocol }) => protocol === 'TCP' && name === endpoint.stringAt('port'));
        const wanted = [...named.map(({ targetPort }) => targetPort), ...targetPort(endpoint)];
        return selected.pods.flatMap((pod) => wanted.flatMap((port) => resolve(endpoint, pod, port)));
      }),
    ),
  );
}

function ofPodMonitors(context: KubernetesContext): ScrapeTarget[] {
  return monitorsOf(context, 'PodMonitor').flatMap(({ requirements, namespaces, endpoints }) => {
    const homes = namespaces ?? [...context.pods.namespaces];
    const pods = homes.flatMap((home) => context.pods.select(home, requirements).pods);
    return endpoints.flatMap((endpoint) => {
      const wanted = [endpoint.stringAt('port'), endpoint.integerAt('portNumber')].filter((port) => port !== undefined);
      return pods.flatMap((pod) =>
        [...wanted, ...targetPort(endpoint)].flatMap((port) => resolve(endpoint, pod, port)),
      );
    });
  });
}

function targetPort(endpoint: Field): (string | number)[] {
  const { value } = endpoint.at('targetPort');
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

function resolve(endpoint: Field, pod: PodTemplate, port: string | number): ScrapeTarget[] {
  if (typeof port === 'number') return [{ endpoint, pod, port }];
  const declared = pod.ports.find(({ name, protocol }) => name === port && protocol === 'TCP');
  return declared ? [{ endpoint, pod, port: declared.port }] : [];
}
