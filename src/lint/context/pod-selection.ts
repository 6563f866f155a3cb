/** Pods that one selector selects, and what is asked about them together; there is one for equal selectors. */

import type { Protocol } from '../../algebra/connection-set.ts';
import { byKeys } from '../../util/ordering.ts';
import type { DeclaredPort, PodTemplate } from './pod-template.ts';

export class PodSelection {
  readonly pods: readonly PodTemplate[];
  #byName: ReadonlySet<string> | undefined;
  #byNumber: ReadonlySet<string> | undefined;

  constructor(pods: readonly PodTemplate[]) {
    this.pods = pods;
  }

  get isEmpty(): boolean {
    return this.pods.length === 0;
  }

  /** Whether some pod declares a port by this name. */
  hasName(name: string, protocol: Protocol): boolean {
    this.#byName ??= new Set(this.#ports().flatMap((p) => (p.name === undefined ? [] : [`${p.name}/${p.protocol}`])));
    return this.#byName.has(`${name}/${protocol}`);
  }

  /** The protocols under which some pod declares a port, by name or number. */
  protocolsOf(port: string | number): readonly Protocol[] {
    return PROTOCOLS.filter((p) => (typeof port === 'string' ? this.hasName(port, p) : this.hasNumber(port, p)));
  }

  /** Whether some pod declares a port by this number. */
  hasNumber(port: number, protocol: Protocol): boolean {
    this.#byNumber ??= new Set(this.#ports().map((p) => `${p.port}/${p.protocol}`));
    return this.#byNumber.has(`${port}/${protocol}`);
  }

  /** Whether every pod declares ports: of one that declares none, nothing is known. */
  get declaresPorts(): boolean {
    return this.pods.length > 0 && this.pods.every(({ ports }) => ports.length > 0);
  }

  /** The different ports of all pods, in the order of their numbers. */
  get declared(): readonly DeclaredPort[] {
    const different = new Map(this.#ports().map((p) => [`${p.name ?? ''} ${p.port}/${p.protocol}`, p]));
    return [...different.values()].sort(
      byKeys(
        (p) => p.port,
        (p) => p.protocol,
        (p) => p.name ?? '',
      ),
    );
  }

  #ports(): DeclaredPort[] {
    return this.pods.flatMap(({ ports }) => ports);
  }
}

const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];
const MOST_NAMED = 6;

/** For messages: `http (8080), 9090, 53/UDP`. */
export function formatDeclared(ports: readonly DeclaredPort[]): string {
  const texts = ports.map(({ name, port, protocol }) => {
    const number = protocol === 'TCP' ? `${port}` : `${port}/${protocol}`;
    return name === undefined ? number : `${name} (${number})`;
  });
  const rest = texts.length - MOST_NAMED;
  return rest > 0 ? `${texts.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : texts.join(', ');
}
