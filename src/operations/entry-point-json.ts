/** Entry points: Ingresses, Routes and Gateway API routes, with the Services and ports they lead to. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Backend, EntryPoint } from '../kubernetes/entry-point.ts';
import { byKeys } from '../util/ordering.ts';
import { type PortJson, serviceId } from './service-json.ts';

export interface EntryPointJson {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly backends: readonly BackendJson[];
}

export interface BackendJson {
  /** `namespace/name[Service]`. */
  readonly service: string;
  /** Whether the bundle has that Service. */
  readonly found: boolean;
  /** Absent where every port is meant. */
  readonly port?: PortJson;
  readonly by: Backend['by'];
  readonly file: string;
  readonly line: number;
}

/** Sorted by kind, namespace and name. */
export function entryPoints(analysis: Analysis): EntryPoint[] {
  return analysis.cluster().entries.toSorted(
    byKeys(
      (e) => e.kind,
      (e) => e.namespace,
      (e) => e.name,
    ),
  );
}

export function entryPointJson(analysis: Analysis, { kind, namespace, name, origin, backends }: EntryPoint) {
  const { file, line } = analysis.locate(origin);
  const led = backends.map((backend) => backendJson(analysis, backend));
  return { kind, namespace, name, file, line, backends: led } satisfies EntryPointJson;
}

function backendJson(analysis: Analysis, { namespace, service, port, by, origin }: Backend): BackendJson {
  const { file, line } = analysis.locate(origin);
  return {
    service: serviceId({ namespace, name: service }),
    found: analysis.cluster().services.has(`${namespace}/${service}`),
    ...(port === 'all' ? {} : { port }),
    by,
    file,
    line,
  };
}
