/**
 * Requests and limits of containers
 * (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/): names of resources, and that a
 * request is no more than its limit.
 */

import type { Field } from '../../field.ts';
import { isLabelKey } from '../../syntax.ts';
import { membersOf } from '../field-values.ts';
import { compareQuantities, isNegative, parseQuantity } from '../quantity.ts';

const STANDARD = /^(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;

export function checkResources(resources: Field): void {
  const limits = resources.at('limits');
  for (const list of [limits, resources.at('requests')]) {
    for (const amount of membersOf(list)) checkAmount(amount);
  }
  for (const request of membersOf(resources.at('requests'))) {
    const limit = parseQuantity(limits.at(String(request.key)).value);
    const asked = parseQuantity(request.value);
    if (limit && asked && compareQuantities(asked, limit) > 0) {
      request.refuse('SCH003', `the request for ${request.key} must not be more than its limit`);
    }
  }
}

function checkAmount(amount: Field): void {
  const name = String(amount.key);
  const isKnown = STANDARD.test(name) || (name.includes('/') && isLabelKey(name));
  if (!isKnown)
    amount.refuse(
      'SCH008',
      'a resource is cpu, memory, ephemeral-storage, hugepages-…, or has a domain and / before its name',
    );
  const quantity = parseQuantity(amount.value);
  if (quantity && isNegative(quantity)) amount.refuse('SCH003', 'an amount of a resource must not be negative');
}
