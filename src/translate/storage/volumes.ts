/**
 * What named volumes become: claims
 * (https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes). One that several pods mount needs
 * storage that several nodes reach.
 */

import type { Resource } from '../../docker/project.ts';
import { isObject, own } from '../../ingest/document.ts';
import type { YamlMapping } from '../../util/yaml-writer.ts';
import { bytesOf, textOf } from '../container/quantity.ts';
import { filled, from, type Manifest, metadata } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { VolumeUse } from './volume-use.ts';

/** The specification of a claim. */
export function claimSpec(plan: Plan, use: VolumeUse): YamlMapping {
  const { volume, isWritten, isShared } = use;
  const users = [...use.units].flatMap(({ services }) => services);
  const label = (key: string) => users.map(({ labels }) => labels.get(`kompose.volume.${key}`)).find(Boolean);
  const mode = isShared ? (isWritten ? 'ReadWriteMany' : 'ReadOnlyMany') : 'ReadWriteOnce';
  const [user] = users;
  if (isShared && isWritten && user) {
    const reason = `Several pods mount the volume ${volume.key}, so it asks for ReadWriteMany, which not every storage class offers.`;
    lose(plan, user, { code: 'L32', attribute: 'volumes', reason, severity: 'warning', origin: volume.origin });
  }
  return {
    accessModes: [mode],
    storageClassName: label('storage-class-name') ?? plan.options.storageClass,
    resources: { requests: { storage: label('size') ?? sizeOf(volume) ?? plan.options.volumeSize } },
  };
}

/** A size that the driver was given: `size`, or `size=` among the mount options. */
function sizeOf({ definition }: Resource): string | undefined {
  const options = own(definition, 'driver_opts');
  if (!isObject(options)) return undefined;
  const listed = textOf(own(options, 'o'))
    .split(',')
    .find((option) => option.startsWith('size='));
  return bytesOf(own(options, 'size')) ?? bytesOf(listed?.slice('size='.length));
}

/** Volumes that are no pod's own, as objects of their own. External ones exist. */
export function claims(plan: Plan, isTemplate: (use: VolumeUse) => boolean): Manifest[] {
  if (plan.options.volumes !== 'claims') return [];
  return [...plan.volumes.values()]
    .filter((use) => use.units.size > 0 && !use.volume.external && !isTemplate(use))
    .map((use): Manifest => {
      const { key, origin } = use.volume;
      const object = {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: from(plan, metadata(plan, claimName(plan, use)), origin),
        spec: filled(claimSpec(plan, use)),
      };
      return { part: 'storage', head: [`The volume ${key}.`], object };
    });
}

export function claimName({ objectNames }: Plan, { volume }: VolumeUse): string {
  return objectNames.of('PersistentVolumeClaim', volume.external ? volume.name : volume.key);
}
