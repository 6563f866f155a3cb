/**
 * Mounts of a container: `--volume [source:]target[:options]`, `--mount type=…,source=…,target=…` and `--tmpfs`
 * (https://docs.docker.com/engine/storage/).
 */

import type { JsonObject, Origin } from '../../../ingest/document.ts';
import type { Mount } from '../../service.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { csvFields } from '../values/csv.ts';
import { cut, splitValue } from '../values/split.ts';
import { isKnown, type Request } from './request.ts';

export function readMounts(request: Request): Mount[] {
  const { flags } = request;
  return [
    ...flags.all('volume').flatMap((flag) => volumeMount(request, flag)),
    ...flags.all('mount').flatMap((flag) => longMount(request, flag)),
    ...flags.all('tmpfs').map((flag) => tmpfs(request, flag)),
  ];
}

function volumeMount({ scope }: Request, flag: Flag): Mount[] {
  const parts = joinDrive(splitValue(flag, ':'));
  const [source, target = '', options = ''] = parts.length === 1 ? [undefined, ...parts] : parts;
  if (target === '' || source === '' || parts.length > 3) {
    scope.refuse('CLI004', flag.word, '--volume takes [source:]target[:options]');
    return [];
  }
  if (isKnown(flag) && !isAbsolute(target)) {
    scope.refuse('CLI004', flag.word, `--volume: the target ${target.slice(0, 60)} must be an absolute path`);
    return [];
  }
  // What cannot be known is nearly always a path, as $(pwd) or $HOME.
  const type = source !== undefined && (isAbsolute(source) || /^[.~$`]/.test(source)) ? 'bind' : 'volume';
  const read_only = options.split(',').includes('ro');
  return [mount(scope.originOf(flag.word), { type, source, target, read_only })];
}

/** `C:\data` is one part. */
function joinDrive(parts: readonly string[]): readonly string[] {
  const [drive = '', path, ...rest] = parts;
  const isDrive = /^[A-Za-z]$/.test(drive) && /^[\\/]/.test(path ?? '') && isAbsolute(rest[0] ?? '');
  return isDrive ? [`${drive}:${path}`, ...rest] : parts;
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|\\|[A-Za-z]:[\\/])/.test(path);
}

function longMount({ scope }: Request, flag: Flag): Mount[] {
  const fields = csvFields(flag.value.trim());
  const said = new Map((fields ?? []).map((field) => keyValue(field)));
  const target = said.get('target') ?? said.get('dst') ?? said.get('destination') ?? '';
  const source = said.get('source') ?? said.get('src');
  const readOnly = said.get('readonly') ?? said.get('ro');
  if (!fields || target === '') {
    if (isKnown(flag))
      scope.refuse('CLI004', flag.word, '--mount takes type=…,source=…,target=…; the target is missing');
    return [];
  }
  const type = (said.get('type') ?? 'volume').toLowerCase();
  const read_only = readOnly !== undefined && readOnly !== 'false' && readOnly !== '0';
  return [mount(scope.originOf(flag.word), { type, source, target, read_only })];
}

function keyValue(field: string): [string, string] {
  const [key, value] = cut(field, '=') ?? [field, 'true'];
  return [key.toLowerCase(), value];
}

function tmpfs({ scope }: Request, flag: Flag): Mount {
  const [target = ''] = splitValue(flag, ':');
  return mount(scope.originOf(flag.word), { type: 'tmpfs', source: undefined, target, read_only: false });
}

/** A mount, with its definition in the long form of the Compose specification. */
export function mount(
  origin: Origin,
  said: {
    readonly type: string;
    readonly source: string | undefined;
    readonly target: string;
    readonly read_only: boolean;
  },
): Mount {
  const { type, source, target, read_only } = said;
  const definition: JsonObject = {
    type,
    ...(source === undefined ? {} : { source }),
    target,
    ...(read_only ? { read_only } : {}),
  };
  return { origin, type, ...(source === undefined ? {} : { source }), target, read_only, definition };
}
