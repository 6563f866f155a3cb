/** What a translation may be asked for, as options of a request. */

import * as z from 'zod';
import { parseCidr } from '../algebra/cidr.ts';
import { isLabelKey, isLabelName, isLabelValue } from '../kubernetes/syntax.ts';
import { DOCKER_ENGINES } from '../policy/dialects/docker-network/index.ts';
import {
  type DnsPods,
  EXPOSE,
  KUBE_DNS,
  LAYOUTS,
  ORDER,
  POLICIES,
  type TranslateOptions,
  VOLUMES,
} from '../translate/options.ts';
import { bundleOptions } from './options.ts';

const MOST_BLOCKS = 20;

export const translateInput = bundleOptions.extend({
  namespace: z
    .string()
    .min(1)
    .max(63)
    .refine(isLabelName, "a namespace is lower case letters, digits and '-' (RFC 1123)")
    .optional()
    .describe('The namespace to translate into. Without it, the name of the project in that form.'),
  dockerEngine: z.enum(DOCKER_ENGINES).default('29').describe('The Docker Engine whose reach is kept.'),
  expose: z
    .enum(EXPOSE)
    .default('loadbalancer')
    .describe(
      'How published ports are opened to the outside: a Service of type `loadbalancer` or `nodeport`, an `ingress` or a `gateway` for those that speak HTTP, or `none`. A label `kompose.service.type` of a service wins.',
    ),
  volumes: z
    .enum(VOLUMES)
    .default('claims')
    .describe(
      'What named volumes become: `claims` (PersistentVolumeClaims), `emptydir`, or `hostpath`, with which bind mounts stay paths of the node too.',
    ),
  volumeSize: z
    .string()
    .regex(/^[1-9][0-9]{0,8}(?:Ki|Mi|Gi|Ti)$/)
    .default('1Gi')
    .describe('How large a claim is where nothing says so.'),
  storageClass: z.string().min(1).max(253).optional().describe('The storage class of claims; without it, the default.'),
  dns: z
    .string()
    .max(600)
    .refine((text) => dnsPods(text) !== undefined, 'write `namespace:key=value`')
    .default(`${KUBE_DNS.namespace}:${KUBE_DNS.key}=${KUBE_DNS.value}`)
    .describe('The pods of cluster DNS, as `namespace:key=value`.'),
  clusterCIDRs: z
    .array(z.string().refine((text) => parseCidr(text) !== undefined, 'write a block such as `10.0.0.0/8`'))
    .max(MOST_BLOCKS)
    .default([])
    .describe(
      'The address ranges of pods and Services. With them, what may leave for outside may not leave for pods of other projects.',
    ),
  policies: z
    .enum(POLICIES)
    .default('faithful')
    .describe(
      "`faithful`: exactly Docker's reach. `least`: between services only what the file declares as used, by `depends_on`, `links` and declared ports; every narrowing is a loss. `none`: no policies.",
    ),
  order: z
    .enum(ORDER)
    .default('none')
    .describe('`wait`: an init container waits for each service of `depends_on` that declares a TCP port.'),
  layout: z
    .enum(LAYOUTS)
    .default('services')
    .describe('`services`: a file for each service, and those that all have in common. `stream`: one file.'),
  kustomization: z.boolean().default(false).describe('Also a `kustomization.yaml` that lists the files.'),
});

export type TranslateInput = z.infer<typeof translateInput>;

/** The options of the translation itself. */
export function translateOptions(input: TranslateInput): TranslateOptions {
  const { namespace, expose, volumes, volumeSize, storageClass, clusterCIDRs, policies, order } = input;
  return {
    namespace,
    expose,
    volumes,
    volumeSize,
    storageClass,
    clusterCIDRs,
    policies,
    order,
    dns: dnsPods(input.dns) ?? KUBE_DNS,
    engine: input.dockerEngine,
  };
}

function dnsPods(text: string): DnsPods | undefined {
  const [, namespace = '', key = '', value = ''] = /^([^:=]+):([^:=]+)=([^:=]+)$/.exec(text) ?? [];
  return isLabelName(namespace) && isLabelKey(key) && isLabelValue(value) ? { namespace, key, value } : undefined;
}
