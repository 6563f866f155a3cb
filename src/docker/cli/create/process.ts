/** What runs in a container and under which settings: image, command, environment, labels, restarts, health. */

import type { JsonObject } from '../../../ingest/document.ts';
import { defined } from '../../container/defined.ts';
import type { Placed } from '../../placed.ts';
import type { Service } from '../../service.ts';
import { isImageName } from '../values/image-name.ts';
import { cut } from '../values/split.ts';
import { check, type Request } from './request.ts';

type Process = Pick<
  Service,
  'image' | 'command' | 'entrypoint' | 'environment' | 'labels' | 'restart' | 'init' | 'healthcheck'
>;

export function readProcess(request: Request): Process {
  const { flags } = request;
  checkImage(request);
  check(request, ['env', 'label', 'container-label'], {
    meets: (value) => !/^[ \t]*(?:=|$)/.test(value),
    says: 'it is name=value, and the name is missing',
  });
  noteFiles(request);
  const [image, ...command] = request.args.map(({ text }) => text);
  const entrypoint = flags.last('entrypoint')?.value;
  const init = flags.last('init');
  const optional = {
    image,
    command: command.length > 0 ? command : undefined,
    entrypoint: entrypoint === undefined ? undefined : [entrypoint],
    restart: readRestart(request),
    init: init && flags.on('init'),
    healthcheck: readHealth(request),
  };
  return {
    ...defined(optional),
    environment: readEnvironment(request),
    labels: new Map(flags.all('label', 'container-label').map(({ value }) => pair(value))),
  };
}

function pair(text: string): [string, string] {
  const [key, value] = cut(text, '=') ?? [text, ''];
  return [key, value];
}

function checkImage({ scope, args }: Request): void {
  const [image] = args;
  if (image === undefined) {
    scope.refuse('CLI002', undefined, 'the image is missing: it stands behind the flags');
  } else if (image.text.trim() === '') {
    const message = 'a blank stands where the image should; is there one behind the \\ at the end of the line?';
    scope.refuse('CLI002', image, message);
  } else if (image.unknown.length === 0 && !isImageName(image.text)) {
    scope.refuse('CLI002', image, `${image.text.slice(0, 60)} is no image: names of images are in lower case`);
  }
}

function readEnvironment({ scope, flags }: Request): Map<string, Placed<string | null>> {
  const variables = new Map<string, Placed<string | null>>();
  for (const flag of flags.all('env')) {
    const [name, value] = cut(flag.value, '=') ?? [flag.value, null];
    variables.set(name, { value, origin: scope.originOf(flag.word) });
  }
  return variables;
}

function noteFiles({ scope, flags }: Request): void {
  for (const flag of flags.all('env-file', 'label-file')) {
    scope.note('CLI009', flag.word, `--${flag.name}: the file is not read here.`);
  }
}

/** moby `container.ValidateRestartPolicy`, and what the docker command says of `--rm`. */
function readRestart({ scope, flags }: Request): string | undefined {
  const flag = flags.last('restart');
  if (!flag || flag.value === '') return undefined;
  const isNo = /^no(?::0*)?$/.test(flag.value);
  if (!isNo && !/^(?:always|unless-stopped)(?::0*)?$|^on-failure(?::\d*)?$|\$/.test(flag.value)) {
    scope.refuse('CLI004', flag.word, '--restart is no, always, unless-stopped, on-failure or on-failure:times');
  }
  if (!isNo && flags.on('rm')) {
    scope.refuse('CLI005', flag.word, '--rm and --restart exclude each other; leave one out');
  }
  return flag.value;
}

const HEALTH: readonly (readonly [string, string])[] = [
  ['health-interval', 'interval'],
  ['health-timeout', 'timeout'],
  ['health-retries', 'retries'],
  ['health-start-period', 'start_period'],
  ['health-start-interval', 'start_interval'],
];

function readHealth({ scope, flags }: Request): JsonObject | undefined {
  const test = flags.last('health-cmd');
  const settings = HEALTH.flatMap(([name, key]) => {
    const flag = flags.last(name);
    return flag ? [[key, key === 'retries' ? Number(flag.value) : flag.value] as const] : [];
  });
  const off = flags.on('no-healthcheck') ? flags.last('no-healthcheck') : undefined;
  if (off && (test || settings.length > 0)) {
    scope.refuse('CLI005', off.word, '--no-healthcheck and the other health flags exclude each other; leave one out');
  }
  if (off) return { disable: true };
  if (!test && settings.length === 0) return undefined;
  return { ...(test ? { test: ['CMD-SHELL', test.value] } : {}), ...Object.fromEntries(settings) };
}
