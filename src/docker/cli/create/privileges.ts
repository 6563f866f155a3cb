/** What may defeat the isolation of a container: capabilities, shared namespaces, devices and kernel settings. */

import { defined } from '../../container/defined.ts';
import type { Placed } from '../../placed.ts';
import type { Privileges } from '../../service.ts';
import type { Flag } from '../flags/parse-flags.ts';
import { cut } from '../values/split.ts';
import { check, checkLast, isContainerMode, placedAll, placedLast, placedSwitch, type Request } from './request.ts';

/** Kernel settings the docker command lets through (docker/cli `opts.ValidateSysctl`). */
const SYSCTL =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|net\.[^=]*|fs\.mqueue\.[^=]*)=/;

export function readPrivileges(request: Request): Privileges {
  checkPrivileges(request);
  const optional = {
    privileged: placedSwitch(request, 'privileged'),
    user: placedLast(request, 'user'),
    userns_mode: placedLast(request, 'userns'),
    pid: placedLast(request, 'pid'),
    ipc: placedLast(request, 'ipc'),
    uts: placedLast(request, 'uts'),
    cgroup: placedLast(request, 'cgroupns'),
    read_only: placedSwitch(request, 'read-only'),
    use_api_socket: placedSwitch(request, 'use-api-socket'),
  };
  return {
    ...defined(optional),
    cap_add: placedAll(request, 'cap-add'),
    cap_drop: placedAll(request, 'cap-drop'),
    security_opt: placedAll(request, 'security-opt'),
    sysctls: placedMap(request, 'sysctl'),
    group_add: placedAll(request, 'group-add', 'group'),
    devices: placedAll(request, 'device'),
    device_cgroup_rules: placedAll(request, 'device-cgroup-rule'),
  };
}

function checkPrivileges(request: Request): void {
  const oneOf = (...values: readonly string[]): ((value: string) => boolean) => {
    return (value) => value === '' || values.includes(value);
  };
  checkLast(request, 'userns', { meets: oneOf('host'), says: 'it is host, or left out' });
  checkLast(request, 'uts', { meets: oneOf('host'), says: 'it is host, or left out' });
  checkLast(request, 'cgroupns', { meets: oneOf('host', 'private'), says: 'it is host or private' });
  const isIpc = oneOf('none', 'private', 'host', 'shareable');
  const isPid = oneOf('host');
  checkLast(request, 'pid', { meets: (v) => isPid(v) || isContainerMode(v), says: 'it is host or container:name' });
  checkLast(request, 'ipc', {
    meets: (v) => isIpc(v) || isContainerMode(v),
    says: 'it is none, private, shareable, host or container:name',
  });
  check(request, ['sysctl'], {
    meets: (v) => SYSCTL.test(v),
    says: 'docker sets net.*, fs.mqueue.* and a few of kernel.*',
  });
  check(request, ['security-opt'], { meets: isSecurityOption, says: 'it is key=value' });
  check(request, ['device-cgroup-rule'], {
    meets: (v) => /^[acb] (?:\d+|\*):(?:\d+|\*) [rwm]{1,3}$/.test(v),
    says: "it is 'type major:minor mode', as 'c 1:3 rwm'",
  });
}

function isSecurityOption(value: string): boolean {
  const [key, rest] = cut(value, '=') ?? cut(value, ':') ?? [value, ''];
  return key === 'no-new-privileges' || rest !== '';
}

/** `key=value` of every such flag; a later key wins. */
export function placedMap({ scope, flags }: Request, ...names: readonly string[]): Map<string, Placed<string>> {
  return new Map(flags.all(...names).map((flag) => keyed(flag, scope.originOf(flag.word))));
}

function keyed(flag: Flag, origin: Placed<string>['origin']): [string, Placed<string>] {
  const [key, value] = cut(flag.value, '=') ?? [flag.value, ''];
  return [key, { value, origin }];
}
