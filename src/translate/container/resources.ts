/**
 * What a container needs and may use at most (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/):
 * `deploy.resources`, and the older attributes that say the same.
 */

import type { Service } from '../../docker/service.ts';
import { isObject, type JsonObject, type JsonValue, own } from '../../ingest/document.ts';
import type { YamlMapping } from '../../util/yaml-writer.ts';
import { filled, from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import { bytesOf, cpusOf, textsOf } from './quantity.ts';

export function resourcesOf(plan: Plan, service: Service): YamlMapping | undefined {
  const resources = objectIn(service.deploy, 'resources');
  const limits = objectIn(resources, 'limits');
  const reservations = objectIn(resources, 'reservations');
  const gpus = gpusOf(reservations);
  if (own(limits ?? {}, 'pids') !== undefined || attributeOf(service, 'pids_limit') !== undefined) {
    const reason = 'The number of processes is limited by the kubelet (podPidsLimit), not per pod.';
    lose(plan, service, { code: 'L22', attribute: 'deploy.resources', reason, severity: 'info' });
  }
  const most = {
    cpu: cpusOf(own(limits ?? {}, 'cpus') ?? attributeOf(service, 'cpus')),
    memory: bytesOf(own(limits ?? {}, 'memory') ?? attributeOf(service, 'mem_limit')),
    'ephemeral-storage': service.labels.get('kompose.ephemeral-storage.limit'),
    ...(gpus === undefined ? {} : { 'nvidia.com/gpu': `${gpus}` }),
  };
  const least = {
    cpu: cpusOf(own(reservations ?? {}, 'cpus')),
    memory: bytesOf(own(reservations ?? {}, 'memory') ?? attributeOf(service, 'mem_reservation')),
    'ephemeral-storage': service.labels.get('kompose.ephemeral-storage.request'),
  };
  const at = (section: string) => (resources ? entryAt(service, 'deploy', 'resources', section) : entryAt(service));
  return filled({
    requests: from(plan, least, at('reservations')),
    limits: from(plan, most, at('limits')),
  });
}

/** Devices that only a driver can give: counted where they are GPUs. */
function gpusOf(reservations: JsonObject | undefined): number | undefined {
  const devices = own(reservations ?? {}, 'devices');
  const wanted = Array.isArray(devices)
    ? devices.filter((device): device is JsonObject => {
        return isObject(device) && textsOf(own(device, 'capabilities')).includes('gpu');
      })
    : [];
  const counts = wanted.map((device) => Number(own(device, 'count') ?? textsOf(own(device, 'device_ids')).length));
  const total = counts.reduce((sum, count) => sum + (Number.isInteger(count) && count > 0 ? count : 1), 0);
  return total > 0 ? total : undefined;
}

function objectIn(value: JsonObject | undefined, key: string): JsonObject | undefined {
  const found: JsonValue | undefined = value && own(value, key);
  return isObject(found) ? found : undefined;
}
