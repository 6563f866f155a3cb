/** What is mounted into a container: volumes, paths of the host, memory, configs and secrets, in the order they are written. */

import type { Mount, Service } from '../../docker/service.ts';
import { isObject, type JsonObject, type Origin, own } from '../../ingest/document.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { bytesOf, textOf, textsOf } from '../container/quantity.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import type { PodDraft } from '../pods/draft.ts';
import { kindOf } from '../workload/kind.ts';
import { bindMount } from './binds.ts';
import { grantMounts } from './grants.ts';
import { type Mounting, mounted, volumeName } from './mounting.ts';
import { isNamed, isOwnOf } from './volume-use.ts';
import { claimName, claimSpec } from './volumes.ts';

export function mountsOf(plan: Plan, draft: PodDraft, service: Service): YamlNode[] {
  return [
    ...service.volumes.flatMap((mount) => mountOf({ plan, draft, service, mount }) ?? []),
    ...tmpfsMounts(plan, draft, service),
    ...grantMounts(plan, draft, service),
    ...sharedMemory(plan, draft, service),
  ];
}

function mountOf(mounting: Mounting): YamlNode | undefined {
  const { plan, service, mount } = mounting;
  switch (mount.type) {
    case 'bind':
      return bindMount(mounting);
    case 'volume':
      return isNamed(mount) ? namedVolume(mounting) : anonymousVolume(mounting);
    case 'tmpfs':
      return memory(mounting, own(objectIn(mount.definition, 'tmpfs'), 'size'));
    case 'image':
      return imageVolume(mounting);
    default: {
      const reason = `A mount of type ${mount.type.slice(0, 40)} has no counterpart; nothing is mounted at ${mount.target}.`;
      lose(plan, service, { code: 'L22', attribute: 'volumes', reason, severity: 'warning', origin: mount.origin });
      return undefined;
    }
  }
}

function objectIn(value: JsonObject, key: string): JsonObject {
  const found = own(value, key);
  return isObject(found) ? found : {};
}

function namedVolume(mounting: Mounting): YamlNode | undefined {
  const { plan, draft, service, mount } = mounting;
  const use = plan.volumes.get(mount.source ?? '');
  if (!use) return undefined;
  const options = objectIn(mount.definition, 'volume');
  const subPath = textOf(own(options, 'subpath')) || service.labels.get('kompose.volume.subpath');
  const name = volumeName('volume', use.volume.key);
  const claim = claimName(plan, use);
  if (plan.options.volumes === 'emptydir' && !use.volume.external) {
    draft.volume(name, { emptyDir: {} });
    const reason = `The volume ${use.volume.key} is as short-lived as the pod, as was asked for.`;
    lose(plan, service, { code: 'L22', attribute: 'volumes', reason, severity: 'warning', origin: mount.origin });
  } else if (plan.options.volumes === 'hostpath' && !use.volume.external) {
    draft.volume(name, {
      hostPath: { path: `/var/lib/portolan/${plan.namespace}/${claim}`, type: 'DirectoryOrCreate' },
    });
  } else if (kindOf(plan, draft.unit) === 'StatefulSet' && isOwnOf(use, draft.unit)) {
    draft.template(name, { metadata: { name }, spec: claimSpec(plan, use) });
  } else {
    draft.volume(name, { persistentVolumeClaim: { claimName: claim } });
  }
  if (own(options, 'nocopy') !== true && !use.volume.external) {
    const reason = `Docker fills the new volume ${use.volume.key} with what the image has at ${mount.target}; a claim is empty.`;
    lose(plan, service, { code: 'L24', attribute: 'volumes', reason, severity: 'info', origin: mount.origin });
  }
  return mounted(mounting, name, { subPath: subPath || undefined });
}

function anonymousVolume(mounting: Mounting): YamlNode {
  const { plan, draft, service, mount } = mounting;
  const name = volumeName('anonymous', mount.target);
  draft.volume(name, { emptyDir: {} });
  const reason = `A volume without a name lasts as long as its container; here it is empty at first, and as short-lived as the pod.`;
  lose(plan, service, { code: 'L24', attribute: 'volumes', reason, severity: 'info', origin: mount.origin });
  return mounted(mounting, name);
}

function memory(mounting: Mounting, size: Parameters<typeof bytesOf>[0]): YamlNode {
  const name = volumeName('tmpfs', mounting.mount.target);
  mounting.draft.volume(name, { emptyDir: { medium: 'Memory', sizeLimit: bytesOf(size) } });
  return mounted(mounting, name);
}

function imageVolume(mounting: Mounting): YamlNode | undefined {
  const { draft, mount } = mounting;
  const name = volumeName('image', mount.target);
  draft.volume(name, { image: { reference: mount.source } });
  const subPath = textOf(own(objectIn(mount.definition, 'image'), 'subpath'));
  return mounted(mounting, name, { subPath: subPath || undefined });
}

/** `tmpfs: /run` or `/run:size=64m,mode=755`. */
function tmpfsMounts(plan: Plan, draft: PodDraft, service: Service): YamlNode[] {
  const value = attributeOf(service, 'tmpfs');
  return (typeof value === 'string' ? [value] : textsOf(value)).map((text, index) => {
    const [target = '', options = ''] = text.split(':');
    const size = options.split(',').find((option) => option.startsWith('size='));
    const mount = madeMount(entryAt(service, 'tmpfs', index), target);
    return memory({ plan, draft, service, mount }, size?.slice('size='.length));
  });
}

function sharedMemory(plan: Plan, draft: PodDraft, service: Service): YamlNode[] {
  const size = bytesOf(attributeOf(service, 'shm_size'));
  if (size === undefined) return [];
  const mount = madeMount(entryAt(service, 'shm_size'), '/dev/shm');
  return [memory({ plan, draft, service, mount }, attributeOf(service, 'shm_size'))];
}

function madeMount(origin: Origin, target: string): Mount {
  return { origin, type: 'tmpfs', target, read_only: false, definition: {} };
}
