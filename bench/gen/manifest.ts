/** Objects as the API server takes them. */

export type Labels = Readonly<Record<string, string>>;

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly spec?: object;
  readonly status?: object;
}

export type Protocol = 'TCP' | 'UDP' | 'SCTP';

export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Requirement[];
}

/** An entry of `ports` of a NetworkPolicy. */
export interface PolicyPort {
  readonly protocol: Protocol;
  readonly port: number | string;
  readonly endPort?: number;
}

/** The fields that are set, in their order. */
export function written<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
