/** Random Ingresses: to Services that are there and one that is not, by ports that exist and some that do not. */
import fc from 'fast-check';
import { type IngressBackend, type IngressManifest, namespaceOf, type ServiceManifest } from './manifests.ts';
import { rarely } from './random-shapes.ts';

export interface IngressSketch {
  readonly service: number;
  readonly backends: readonly (IngressBackend['service']['port'] | 'own port')[];
  readonly hasDefault: boolean;
  readonly isLost: boolean;
}

const port = fc.oneof(
  { weight: 6, arbitrary: fc.constant('own port' as const) },
  { weight: 1, arbitrary: fc.constantFrom(80, 8080, 443, 53).map((number) => ({ number })) },
  { weight: 1, arbitrary: fc.constantFrom('port-0', 'port-1', 'http').map((name) => ({ name })) },
);

export const ingressSketch: fc.Arbitrary<IngressSketch> = fc.record({
  service: fc.nat({ max: 2 }),
  backends: fc.array(port, { minLength: 1, maxLength: 2 }),
  hasDefault: fc.boolean(),
  isLost: rarely(8),
});

export function buildIngress(
  sketch: IngressSketch,
  services: readonly ServiceManifest[],
  index: number,
): readonly IngressManifest[] {
  const service = services[sketch.service % services.length];
  if (service === undefined) {
    return [];
  }
  const name = sketch.isLost ? 'nowhere' : service.metadata.name;
  const ports = service.spec.ports ?? [];
  const backends = sketch.backends.map((asked, at): IngressBackend => {
    const own = { number: ports[at % ports.length]?.port ?? 80 };
    return { service: { name, port: asked === 'own port' ? own : asked } };
  });
  const [first, ...rest] = backends;
  const paths = (sketch.hasDefault ? rest : backends).map((backend, at) => ({
    path: `/${at}`,
    pathType: 'Prefix' as const,
    backend,
  }));
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: `ingress-${index}`, namespace: namespaceOf(service) },
      spec: {
        ...(sketch.hasDefault && first && { defaultBackend: first }),
        ...(paths.length > 0 && { rules: [{ http: { paths } }] }),
      },
    },
  ];
}
