/** Named volumes of a project: who mounts each, and whether one pod alone writes to it. */

import type { Project, Resource } from '../../docker/project.ts';
import type { Mount } from '../../docker/service.ts';
import type { Unit } from '../pods/unit.ts';

export interface VolumeUse {
  readonly volume: Resource;
  readonly units: ReadonlySet<Unit>;
  readonly isWritten: boolean;
  /** More than one pod mounts it at once. */
  readonly isShared: boolean;
}

export function volumeUses(project: Project, units: readonly Unit[]): ReadonlyMap<string, VolumeUse> {
  const mounts = units.flatMap((unit) =>
    unit.services.flatMap((service) => service.volumes.filter(isNamed).map((mount) => ({ unit, mount }))),
  );
  const uses = new Map<string, VolumeUse>();
  for (const [key, volume] of project.volumes) {
    const own = mounts.filter(({ mount }) => mount.source === key);
    const users = new Set(own.map(({ unit }) => unit));
    const pods = [...users].reduce((sum, { root }) => sum + Math.max(1, root.replicas), 0);
    uses.set(key, { volume, units: users, isWritten: own.some(({ mount }) => !mount.read_only), isShared: pods > 1 });
  }
  return uses;
}

export function isNamed({ type, source }: Mount): boolean {
  return type === 'volume' && source !== undefined && source !== '';
}

/** A volume of one pod. */
export function isOwnOf({ volume, units, isWritten, isShared }: VolumeUse, unit: Unit): boolean {
  return !volume.external && isWritten && !isShared && units.has(unit);
}
