/**
 * What a container may do, and as whom (https://kubernetes.io/docs/tasks/configure-pod-container/security-context/).
 * Docker's default set of capabilities is that of the container runtimes, so that nothing is written where nothing is
 * said.
 */

import type { Service } from '../../docker/service.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { filled, from } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';

export function securityOf(plan: Plan, service: Service): YamlMapping | undefined {
  const { privileged, read_only, cap_add, cap_drop, user } = service;
  const capabilities = {
    add: filled(cap_add.map(({ value, origin }) => from(plan, capability(value), origin) ?? null)),
    drop: filled(cap_drop.map(({ value, origin }) => from(plan, capability(value), origin) ?? null)),
  };
  return filled({
    privileged: privileged?.value === true ? from(plan, true, privileged.origin) : undefined,
    ...usersOf(plan, service),
    readOnlyRootFilesystem: read_only?.value === true ? from(plan, true, read_only.origin) : undefined,
    capabilities: filled(capabilities),
    ...(user || service.security_opt.length > 0 ? optionsOf(plan, service) : {}),
  });
}

/** `NET_ADMIN` and `CAP_NET_ADMIN` are one capability. */
function capability(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

/** `uid`, `uid:gid`; names are known to the image only. */
function usersOf(plan: Plan, service: Service): YamlMapping {
  const { user } = service;
  if (!user) return {};
  const [uid = '', gid] = user.value.split(':');
  const isNumber = (text: string) => /^\d{1,9}$/.test(text);
  if ((uid !== '' && !isNumber(uid)) || (gid !== undefined && !isNumber(gid))) {
    const reason = 'Kubernetes takes users and groups by number; a name that is no number is left to the image.';
    lose(plan, service, { code: 'L22', attribute: 'user', reason, severity: 'warning', origin: user.origin });
  }
  return {
    runAsUser: isNumber(uid) ? from(plan, Number(uid), user.origin) : undefined,
    runAsGroup: gid !== undefined && isNumber(gid) ? from(plan, Number(gid), user.origin) : undefined,
  };
}

/** `security_opt` (https://docs.docker.com/reference/cli/docker/container/run/#security-opt). */
function optionsOf(plan: Plan, service: Service): YamlMapping {
  const context: Record<string, YamlNode | undefined> = {};
  for (const { value, origin } of service.security_opt) {
    const [key = '', ...rest] = value.split(/[:=]/);
    const word = rest.join(':');
    if (key === 'no-new-privileges') {
      if (word !== 'false') context['allowPrivilegeEscalation'] = from(plan, false, origin);
    } else if (key === 'seccomp' && word === 'unconfined') {
      context['seccompProfile'] = from(plan, { type: 'Unconfined' }, origin);
    } else if (key === 'apparmor' && word !== '') {
      const profile = word === 'unconfined' ? { type: 'Unconfined' } : { type: 'Localhost', localhostProfile: word };
      context['appArmorProfile'] = from(plan, profile, origin);
    } else {
      const reason = `The security option ${key} has no counterpart, or names a file that nodes do not have.`;
      lose(plan, service, { code: 'L22', attribute: 'security_opt', reason, severity: 'warning', origin });
    }
  }
  return context;
}
