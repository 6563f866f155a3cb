/**
 * A question to the oracle and to the engine: may the first packet of this connection pass? Ports and addresses are those
 * of the pod itself, after any Service translation, and the answer is one of three.
 */
import type { TransportProtocol } from './manifests.ts';

/** A running pod as `namespace/name`, or an address that belongs to no pod, whatever its number. */
export type End = { readonly pod: string } | { readonly address: string };

export interface Flow {
  readonly from: End;
  readonly to: End;
  /** `other` is every protocol without ports, ICMP for one; the port is then without meaning. */
  readonly protocol: TransportProtocol | 'other';
  readonly port: number;
}

export type Verdict = 'allow' | 'deny' | 'unknown';

export interface OracleOptions {
  /** Whether an ipBlock speaks about pods by their addresses (`match`, the default) or only about the world outside. */
  readonly ipBlockPods?: 'match' | 'ignore';
}

export function describeEnd(end: End): string {
  return 'pod' in end ? end.pod : end.address;
}

export function describeFlow(flow: Flow): string {
  return `${describeEnd(flow.from)} > ${describeEnd(flow.to)} ${flow.protocol}/${flow.port}`;
}
