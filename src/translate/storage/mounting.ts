/** One mount of a container: the volume of the pod it needs, and the entry that names it. */

import type { Mount, Service } from '../../docker/service.ts';
import { dnsName, textDigest } from '../../util/dns-name.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { from } from '../manifests/manifest.ts';
import type { Plan } from '../plan.ts';
import type { PodDraft } from '../pods/draft.ts';

export interface Mounting {
  readonly plan: Plan;
  readonly draft: PodDraft;
  readonly service: Service;
  readonly mount: Mount;
}

/** The entry of a container for a volume of its pod. */
export function mounted({ plan, mount }: Mounting, volume: string, more: YamlMapping = {}): YamlNode {
  const entry = { name: volume, mountPath: mount.target, readOnly: mount.read_only ? true : undefined, ...more };
  return from(plan, entry, mount.origin) ?? null;
}

/** A name for a volume of the pod that nothing else is called after. */
export function volumeName(kind: string, text: string): string {
  const plain = dnsName(`${kind}-${text}`);
  return plain.length <= 50 ? plain : `${plain.slice(0, 50).replace(/-+$/, '')}-${textDigest(text)}`;
}
