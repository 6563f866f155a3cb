/**
 * `docker run` and `docker create` (https://docs.docker.com/reference/cli/docker/container/run/) to a service of one
 * container. Without `--name` the engine makes a name up; here the container is then called by its image.
 */

import { blankService } from '../../container/blank-service.ts';
import type { Service } from '../../service.ts';
import { isContainerName } from '../values/addresses.ts';
import { imageStem } from '../values/image-name.ts';
import { checkConflicts } from './conflicts.ts';
import { readMounts } from './mounts.ts';
import { readNames } from './names.ts';
import { readNetworks } from './networks.ts';
import { readPorts } from './ports.ts';
import { readPrivileges } from './privileges.ts';
import { readProcess } from './process.ts';
import { isKnown, type Request } from './request.ts';

/** The container as a service, whose name is not yet made distinct where it was not given. */
export function readContainer(request: Request): Service {
  const { scope, args } = request;
  const name = readName(request);
  const service = name?.value ?? imageStem(args[0]?.text ?? '');
  scope.resource = { kind: 'service', name: service };
  const joined = readNetworks(request);
  checkConflicts(request, joined.network_mode?.value);
  return {
    ...blankService(service, scope.originOf(undefined)),
    made_by: 'docker run',
    ...(name ? { container_name: name } : {}),
    ...readNames(request, 'add-host'),
    ...joined,
    ...readPorts(request),
    ...readProcess(request),
    ...readPrivileges(request),
    volumes: readMounts(request),
  };
}

function readName({ scope, flags }: Request): Service['container_name'] {
  const flag = flags.last('name');
  if (!flag || flag.value === '') return undefined;
  if (isKnown(flag) && !isContainerName(flag.value)) {
    const rule = 'two or more letters, digits, _, . and -, beginning with a letter or digit';
    scope.refuse('CLI002', flag.word, `${flag.value.slice(0, 60)} is no name for a container: ${rule}`);
  }
  return { value: flag.value.replace(/^\//, ''), origin: scope.originOf(flag.word) };
}
