/** Volumes of pods (kubernetes/kubernetes pkg/apis/core/validation ValidateVolumes), and claims and volumes of storage. */

import type { Field } from '../../field.ts';
import { isLabelName } from '../../syntax.ts';
import { itemsOf, membersOf, refuseRepeated, textOf } from '../field-values.ts';

export function volumeNames(volumes: Field): string[] {
  return itemsOf(volumes).flatMap((volume) => textOf(volume.at('name')) ?? []);
}

export function checkVolumes(volumes: Field): void {
  const items = itemsOf(volumes);
  for (const volume of items) {
    const name = volume.at('name');
    const text = textOf(name);
    if (text !== undefined && !isLabelName(text)) {
      name.refuse('SCH008', "the name of a volume has at most 63 lower case letters, digits and '-' (RFC 1123)");
    }
    const [, second] = membersOf(volume).filter((member) => member.key !== 'name' && !member.absent);
    if (second) second.refuse('SCH003', 'a volume has one source, and two are given');
  }
  refuseRepeated(
    items,
    (volume) => textOf(volume.at('name')),
    (volume, name) => {
      volume.at('name').refuse('POD025', `two volumes of the pod are called ${name}`);
    },
  );
}

export function checkClaim(spec: Field): void {
  if (typeof spec.value !== 'object' || spec.value === null) return;
  const modes = spec.at('accessModes');
  if (modes.absent || itemsOf(modes).length === 0) {
    if (modes.absent || Array.isArray(modes.value)) spec.refuse('SCH004', 'a claim needs accessModes');
  }
  if (spec.at('resources').at('requests').at('storage').absent) {
    spec.refuse('SCH004', 'a claim needs resources.requests.storage');
  }
}
