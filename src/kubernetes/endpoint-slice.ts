/**
 * EndpointSlices and Endpoints: where a Service without a selector leads
 * (https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors).
 */

import { type Address, parseAddress } from '../algebra/cidr.ts';
import type { Protocol } from '../algebra/connection-set.ts';
import type { Document } from '../ingest/document.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Field } from './field.ts';
import { readHead, readLabels } from './object.ts';
import { readProtocol } from './pod.ts';

export interface ManualEndpoints {
  readonly namespace: string;
  readonly service: string;
  readonly addresses: readonly Address[];
  /** Names match those of the Service's ports; a port without a number is every port. */
  readonly ports: readonly {
    readonly name: string | undefined;
    readonly protocol: Protocol;
    readonly port: number | undefined;
  }[];
}

interface Reading {
  readonly findings: readonly Finding[];
  readonly endpoints: readonly ManualEndpoints[];
}

/** discovery.k8s.io/v1 EndpointSlice: it names its Service in a label. */
export function readEndpointSlice(document: Document, defaultNamespace: string): Reading {
  const { scope, metadata, namespace } = readHead(document, defaultNamespace);
  const service = readLabels(metadata.at('labels')).get('kubernetes.io/service-name');
  const addresses = scope.root
    .at('endpoints')
    .items()
    .filter(isReady)
    .flatMap((e) => readAddresses(e.at('addresses').items()));
  const ports = scope.root.at('ports').items().flatMap(readPort);
  const { findings, refused } = scope;
  if (refused || service === undefined) return { findings, endpoints: [] };
  return { findings, endpoints: [{ namespace, service, addresses, ports }] };
}

/** v1 Endpoints: it has its Service's name. */
export function readEndpoints(document: Document, defaultNamespace: string): Reading {
  const { scope, namespace, name } = readHead(document, defaultNamespace);
  const endpoints = scope.root
    .at('subsets')
    .items()
    .map((subset) => ({
      namespace,
      service: name,
      addresses: readAddresses(
        subset
          .at('addresses')
          .items()
          .map((a) => a.at('ip')),
      ),
      ports: subset.at('ports').items().flatMap(readPort),
    }));
  const { findings, refused } = scope;
  return { findings, endpoints: refused ? [] : endpoints };
}

/** Absent conditions mean ready. */
function isReady(endpoint: Field): boolean {
  return endpoint.at('conditions').at('ready').boolean() !== false;
}

function readAddresses(fields: readonly Field[]): Address[] {
  return fields.flatMap((field) => parseAddress(field.string() ?? '') ?? []);
}

function readPort(field: Field): ManualEndpoints['ports'][number][] {
  const protocol = readProtocol(field.at('protocol'));
  const name = field.at('name').string() || undefined;
  return protocol ? [{ name, protocol, port: field.at('port').integer() }] : [];
}
