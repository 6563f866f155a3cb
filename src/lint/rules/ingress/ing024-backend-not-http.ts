/** ING024: a backend that does not speak HTTP. */

import type { KubernetesRule } from '../../rule.ts';
import { service } from '../fragments.ts';
import { ingressText } from './examples.ts';

const manifests = (port: number) =>
  `${ingressText({ service: 'store' })}---\n${service('store', `selector: {app: store}\nports: [{port: 80, targetPort: ${port}}]\n`)}`;

export const backendNotHttp: KubernetesRule = {
  id: 'ING024',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Backend does not speak HTTP',
  why: 'An Ingress passes HTTP on: clients of the database cannot speak their own protocol through it, and the controller gets no answer that it understands.',
  fix: 'Open such a port, if at all, by a Service of type LoadBalancer with source ranges, or by a TCPRoute.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#what-is-ingress'],
  bad: [{ line: 16, text: manifests(5432) }],
  good: [manifests(8080)],
  check({ ingresses, services }, report) {
    for (const { backends, object } of ingresses) {
      for (const { field, service: name, port } of backends) {
        const ports = services.get(`${object.namespace}/${name}`)?.ports ?? [];
        const meant = ports.find((candidate) => candidate.port === port || candidate.name === port);
        const spoken = typeof meant?.targetPort === 'number' ? OTHER_PROTOCOLS.get(meant.targetPort) : undefined;
        if (
          !meant ||
          spoken === undefined ||
          /http|grpc|web/.test(`${meant.name} ${meant.field.stringAt('appProtocol')}`)
        )
          continue;
        report(
          field.at('port'),
          `Port ${port} of Service ${name} leads to ${meant.targetPort}, the port of ${spoken}, which speaks no HTTP. Open it otherwise, if at all.`,
        );
      }
    }
  },
};

/** Ports of databases and queues with protocols of their own. */
const OTHER_PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5672, 'AMQP'],
  [6379, 'Redis'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [11211, 'memcached'],
  [27017, 'MongoDB'],
]);
