/** Random Services, some headless, whose ports go to the pods' by number, by name or unchanged. */
import fc from 'fast-check';
import {
  type Labels,
  type Manifest,
  namespaceOf,
  type ServiceManifest,
  type ServicePort,
  type TransportProtocol,
} from './manifests.ts';
import { podLabels } from './random-labels.ts';
import { rarely, shape, type Written } from './random-shapes.ts';

export interface ServiceSketch {
  /** The pod for which the Service is made: it has its namespace, and mostly one of its labels for a selector. */
  readonly pod: number;
  readonly selector: Labels | 'of the pod' | undefined;
  readonly ports: readonly Written<{ [K in keyof ServicePort]-?: ServicePort[K] | undefined } & { port: number }>[];
  readonly headless: boolean;
}

const port = shape<{ [K in keyof ServicePort]-?: ServicePort[K] | undefined } & { port: number }>({
  name: fc.constant(undefined),
  port: fc.constantFrom(80, 8080, 443, 53),
  protocol: fc.constantFrom<TransportProtocol | undefined>(undefined, undefined, 'TCP', 'UDP', 'SCTP'),
  targetPort: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constantFrom(80, 81, 53, 65535) },
    { weight: 5, arbitrary: fc.constantFrom('http', 'http', 'dns', 'web', 'nobody') },
  ),
});

/** The API server refuses one port number twice under one protocol. */
const ports = fc.uniqueArray(port, {
  minLength: 1,
  maxLength: 3,
  selector: (entry) => `${entry.protocol ?? 'TCP'}/${entry.port}`,
});

const selector = fc.oneof(
  { weight: 6, arbitrary: fc.constant('of the pod' as const) },
  { weight: 2, arbitrary: podLabels },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

export const serviceSketch: fc.Arbitrary<ServiceSketch> = fc
  .record({ pod: fc.nat({ max: 6 }), selector, ports, headless: rarely(4), portless: rarely(4) })
  .map(({ portless, ...sketch }) => (sketch.headless && portless ? { ...sketch, ports: [] } : sketch));

export function buildService(sketch: ServiceSketch, pods: readonly Manifest[], index: number): ServiceManifest {
  const { ports: declared, headless } = sketch;
  const pod = pods[sketch.pod % pods.length];
  const oneLabel = Object.fromEntries(Object.entries(pod?.metadata.labels ?? {}).slice(0, 1));
  const wanted = sketch.selector === 'of the pod' ? oneLabel : sketch.selector;
  // Ports need names as soon as there are two.
  const named = declared.map((entry, at) => (declared.length > 1 ? { ...entry, name: `port-${at}` } : entry));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `service-${index}`, namespace: pod ? namespaceOf(pod) : 'default' },
    spec: {
      ...(headless && { clusterIP: 'None' }),
      ...(wanted !== undefined && { selector: wanted }),
      ...(named.length > 0 && { ports: named }),
    },
  };
}
