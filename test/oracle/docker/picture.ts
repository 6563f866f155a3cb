/**
 * A Docker project as the naive evaluator sees it: plain data, close to what a Compose file says and nothing more. No
 * part of it is shared with the product.
 */

export interface Picture {
  /** The name of the project, which is part of the names of its containers and networks. */
  readonly project: string;
  readonly networks: readonly NetworkPicture[];
  readonly services: readonly ServicePicture[];
}

export interface NetworkPicture {
  readonly key: string;
  /** Set where the file gives a name of its own; the networks of two keys with one name are one. */
  readonly name?: string;
  readonly external?: boolean;
  readonly driver: 'bridge' | 'macvlan' | 'ipvlan';
  readonly internal: boolean;
  /** Whether containers of it may talk to each other. */
  readonly icc: boolean;
  readonly mode: 'nat' | 'nat-unprotected' | 'routed' | 'isolated';
  /** The address of the host that ports are published on where they name none. */
  readonly hostBinding?: string;
}

export interface ServicePicture {
  readonly name: string;
  readonly containerName?: string;
  readonly hostname?: string;
  readonly replicas: number;
  readonly where: WherePicture;
  readonly ports: readonly PortPicture[];
  readonly expose: readonly PortNumber[];
  readonly links: readonly LinkPicture[];
}

export type WherePicture =
  | { readonly kind: 'none' | 'host' | 'bridge' }
  | { readonly kind: 'networks'; readonly joined: readonly JoinPicture[] }
  /** In the network of another service, told by its key or by the name of its container. */
  | { readonly kind: 'service' | 'container'; readonly of: string };

export interface JoinPicture {
  /** The key of the network. */
  readonly network: string;
  readonly aliases: readonly string[];
  readonly priority: number;
}

export type Protocol = 'tcp' | 'udp' | 'sctp';

export interface PortNumber {
  readonly port: number;
  readonly protocol: Protocol;
}

export interface PortPicture extends PortNumber {
  readonly hostIp?: string;
  /** Absent: a free port, which nobody knows. */
  readonly hostPort?: number;
}

export interface LinkPicture {
  readonly service: string;
  readonly alias: string;
}

/** The engines that differ: 29, 28, and those before 28 with their default of dropping what is forwarded. */
export type Engine = '29' | '28' | 'before-28';

/** The host's address in its local network, which probes of published ports dial. */
export const LAN_ADDRESS = '192.0.2.10';

/**
 * One question. `direct` dials an address of the containers of `to`; `published` the host's own address and `loopback`
 * 127.0.0.1, both at a port of the host; `host-process` any process of the host, `egress` one outside.
 */
export interface Probe extends PortNumber {
  /** A service, `@host` or `@lan`. */
  readonly from: string;
  /** A service, `@host` or `@internet`. */
  readonly to: string;
  readonly via: 'direct' | 'published' | 'loopback' | 'host-process' | 'egress';
}
