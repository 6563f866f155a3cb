/**
 * Bind mounts. Nodes have none of the paths of a Docker host: what was sent with the project becomes a ConfigMap, and
 * the rest is left out unless paths of the node are asked for. The socket of the engine is refused: who has it has the
 * host (https://docs.docker.com/engine/security/#docker-daemon-attack-surface).
 */

import { dnsName } from '../../util/dns-name.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { metadata } from '../manifests/manifest.ts';
import { lose } from '../plan.ts';
import type { UploadedFile } from '../uploaded.ts';
import { fileData, fileKeys, kindOf, LARGEST_OBJECT, sizeOf } from './file-objects.ts';
import { type Mounting, mounted, volumeName } from './mounting.ts';

export function bindMount(mounting: Mounting): YamlNode | undefined {
  const { plan, draft, service, mount } = mounting;
  const source = mount.source ?? '';
  if (/(?:docker|containerd|podman)\.sock$/.test(source)) {
    const reason = `The socket of the container engine is not mounted: whoever has it has the node. ${service.name} needs another way to what it asks the engine.`;
    lose(plan, service, { code: 'L25', attribute: 'volumes', reason, severity: 'error', origin: mount.origin });
    return undefined;
  }
  const file = plan.files.file(source);
  const files = file ? [file] : plan.files.below(source);
  if (files.length > 0 && sizeOf(files) <= LARGEST_OBJECT) return filesMount(mounting, files, file !== undefined);
  if (plan.options.volumes === 'hostpath' && source.startsWith('/')) {
    const name = volumeName('host', source);
    draft.volume(name, { hostPath: { path: source } });
    return mounted(mounting, name);
  }
  const why = files.length > 0 ? 'is larger than a ConfigMap may be' : 'is on no node and was not sent';
  const reason = `${source.slice(0, 120)} ${why}, so nothing is mounted at ${mount.target}.`;
  lose(plan, service, { code: 'L25', attribute: 'volumes', reason, severity: 'warning', origin: mount.origin });
  return undefined;
}

function filesMount(mounting: Mounting, files: readonly UploadedFile[], isFile: boolean): YamlNode {
  const { plan, draft, service, mount } = mounting;
  const kind = kindOf(files);
  const own = plan.names.get(service.name) ?? service.name;
  const name = plan.objectNames.of(kind, `${own}-${dnsName(mount.target, 'files')}`);
  draft.add({
    head: [`What ${mount.source ?? ''} held when the project was translated.`],
    object: {
      apiVersion: 'v1',
      kind,
      metadata: metadata(plan, name, draft.unit.name),
      ...fileData(kind, files),
    },
  });
  if (!mount.read_only) {
    const reason = `What is mounted at ${mount.target} is a copy that cannot be written to.`;
    lose(plan, service, { code: 'L25', attribute: 'volumes', reason, severity: 'info', origin: mount.origin });
  }
  const keys = fileKeys(files);
  const items = isFile || keys.every(({ key, path }) => key === path) ? undefined : keys;
  const volume = volumeName('files', `${own}-${mount.target}`);
  draft.volume(volume, kind === 'Secret' ? { secret: { secretName: name, items } } : { configMap: { name, items } });
  return mounted(mounting, volume, { readOnly: true, subPath: isFile ? keys[0]?.key : undefined });
}
