/**
 * Ports that the loader lets through and the engine refuses when the container is made: it does not look at the parts
 * of a long form, nor at `expose` (https://docs.docker.com/reference/compose-file/services/#expose).
 */

import { at, itemsOf, type Node, stringOf } from './node.ts';
import type { Report } from './report.ts';
import { portOf } from './short-port.ts';

const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'sctp'];
const MODES: readonly string[] = ['ingress', 'host'];

export function checkEnginePorts(service: Node, report: Report): void {
  const note = (node: Node, message: string) => report.note('CMP025', 'error', node.origin, message);
  for (const port of itemsOf(at(service, 'ports'))) {
    const [target, published, protocol, mode] = ['target', 'published', 'protocol', 'mode'].map((key) => at(port, key));
    if (target?.kind === 'scalar' && !isPort(target.text))
      note(target, 'The engine takes container ports from 1 to 65535.');
    if (published && !isRange(stringOf(published) ?? ''))
      note(published, 'The engine takes a host port, or an ascending range of them.');
    if (protocol && !PROTOCOLS.includes((stringOf(protocol) ?? '').toLowerCase()))
      note(protocol, 'The engine takes the protocols tcp, udp and sctp.');
    if (mode && !MODES.includes(stringOf(mode) ?? '')) note(mode, 'The mode of a port is ingress or host.');
  }
  for (const exposed of itemsOf(at(service, 'expose'))) {
    const [range = '', protocol = 'tcp', more] = (stringOf(exposed) ?? '').split('/');
    if (isRange(range) && PROTOCOLS.includes(protocol.toLowerCase()) && more === undefined) continue;
    note(
      exposed,
      'The engine takes a container port or a range of them here, with an optional protocol: 8000-8010/udp.',
    );
  }
}

function isPort(text: string): boolean {
  return (portOf(text) ?? 0) > 0;
}

function isRange(text: string): boolean {
  const [from = '', to = from, more] = text.split('-');
  const [first, last] = [portOf(from), portOf(to)];
  return more === undefined && first !== undefined && last !== undefined && first <= last;
}
