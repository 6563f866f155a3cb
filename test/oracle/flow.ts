/**
 * A question to the oracle and to the engine: may the first packet of this connection pass? Ports and addresses are those
 * of the pod itself, after any Service translation, and the answer is one of three. A question about a Service has one
 * answer for each pod that stands behind it.
 */
import type { TransportProtocol } from './manifests.ts';

/** A running pod as `namespace/name`, or an address that belongs to no pod, whatever its number. */
export type End = { readonly pod: string } | { readonly address: string };

/** A Service as `namespace/name`. */
export interface ServiceEnd {
  readonly service: string;
}

interface Dialled<To> {
  readonly from: End;
  readonly to: To;
  /** `other` is every protocol without ports, ICMP for one; the port is then without meaning. */
  readonly protocol: TransportProtocol | 'other';
  readonly port: number;
}

export type Flow = Dialled<End>;
/** The port is the one that the client dials: that of the Service, or for a headless Service that of the pod. */
export type ServiceFlow = Dialled<ServiceEnd>;

export type Verdict = 'allow' | 'deny' | 'unknown';

export interface OracleOptions {
  /**
   * Whether an ipBlock, or the networks of a cluster policy, speak about pods by their addresses (`match`, the default) or
   * only about the world outside.
   */
  readonly ipBlockPods?: 'match' | 'ignore';
}

export function describeEnd(end: End | ServiceEnd): string {
  return 'pod' in end ? end.pod : 'service' in end ? `service:${end.service}` : end.address;
}

export function describeFlow(flow: Flow | ServiceFlow): string {
  return `${describeEnd(flow.from)} > ${describeEnd(flow.to)} ${flow.protocol}/${flow.port}`;
}
