/**
 * The ports of a container: `--publish` in its short form and as `target=…,published=…,protocol=…`, `--expose` and
 * `--publish-all` (docker/cli 29.7.2 `cli/command/container/opts.go`).
 */

import type { Placed } from '../../placed.ts';
import type { PublishedPort } from '../../port.ts';
import type { Service } from '../../service.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { SHELL_LIMITS } from '../limits.ts';
import { parsePortSpec, parseRange } from '../values/port-spec.ts';
import { cut, splitValue } from '../values/split.ts';
import { isKnown, isPlain, type Request } from './request.ts';

export type Ports = Pick<Service, 'ports' | 'expose' | 'publishAll'>;

export function readPorts(request: Request): Ports {
  const { scope, flags } = request;
  const publishAll = flags.on('publish-all');
  const expose = readExpose(request);
  if (publishAll && expose.length === 0) {
    const message = '-P also publishes the ports that the image exposes, which are not in this text: add --expose.';
    scope.note('CLI009', flags.last('publish-all')?.word, message);
  }
  const ports = flags.all('publish').flatMap((flag) => spend(request, flag, () => published(request, flag)));
  return { ports, expose, publishAll };
}

/** The ports of one flag, as long as all commands together publish no more than they may. */
export function spend({ scope, budget }: Request, flag: Flag, read: () => PublishedPort[]): PublishedPort[] {
  if (budget.ports < 0) return [];
  const ports = read();
  budget.ports -= ports.length;
  if (budget.ports >= 0) return ports;
  scope.exceeded(flag.word, `The commands publish more than ${SHELL_LIMITS.ports} ports; the rest is not read.`);
  return [];
}

function published({ scope }: Request, flag: Flag): PublishedPort[] {
  const parts = flag.value.includes('=') && isKnown(flag) ? longForm(flag.value) : splitValue(flag, ':');
  const ports = typeof parts === 'string' ? parts : parsePortSpec(parts, isPlain);
  const origin = scope.originOf(flag.word);
  if (typeof ports !== 'string') return ports.map((port) => ({ ...port, mode: 'ingress', origin }));
  const spec = flag.value.slice(0, 60);
  if (isKnown(flag)) scope.refuse('CLI003', flag.word, `--publish ${spec}: ${ports}; write host:container, as 8080:80`);
  return [];
}

/** The parts of the short form that the long form stands for. Other fields, such as `mode`, are passed over. */
function longForm(value: string): readonly string[] | string {
  const fields = new Map<string, string>();
  for (const field of value.split(',')) {
    const pair = cut(field, '=');
    if (!pair || pair[0] === '') return 'every part of the long form is key=value';
    fields.set(...pair);
  }
  const target = `${fields.get('target') ?? ''}/${fields.get('protocol') ?? 'tcp'}`;
  return `${fields.get('published') ?? ''}:${target}`.split(':');
}

function readExpose({ scope, flags }: Request): Placed<string>[] {
  return flags.all('expose').flatMap((flag) => {
    const [ports = ''] = flag.value.split('/');
    if (!isKnown(flag)) return [];
    if (parseRange(ports)) return [scope.placed(flag)];
    scope.refuse(
      'CLI003',
      flag.word,
      `--expose ${flag.value.slice(0, 60)} is no port and no range, as 80 or 8000-8010`,
    );
    return [];
  });
}
