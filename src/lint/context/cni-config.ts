/**
 * Configurations of network plugins inside ConfigMaps (https://www.cni.dev/docs/spec/#section-1-network-configuration-format)
 * and inside NetworkAttachmentDefinitions, and that of Flannel's own networks
 * (https://github.com/flannel-io/flannel/blob/master/Documentation/configuration.md).
 */

import { isObject, type JsonObject, type JsonValue } from '../../ingest/document.ts';
import type { Field } from '../../kubernetes/field.ts';
import type { KubernetesContext } from './kubernetes-context.ts';
import type { LintObject } from './lint-object.ts';

export interface CniConfig {
  readonly object: LintObject;
  /** The text. */
  readonly field: Field;
  readonly kind: 'plugin' | 'attachment' | 'flannel';
  /** Undefined where the text is no JSON object. */
  readonly value: JsonObject | undefined;
}

const PLUGIN_KEYS = /^cni-conf\.json$|^cni_network_config$|\.conflist$/;

/** Those that are templates of a chart are left out: nobody knows what they will be. */
export function cniConfigs(context: KubernetesContext): CniConfig[] {
  const maps = context.ofKind('ConfigMap').filter(({ group }) => group === '');
  const attachments = context.ofKind('NetworkAttachmentDefinition').filter(({ group }) => group === 'k8s.cni.cncf.io');
  return [
    ...maps.flatMap((object) => {
      const data = object.root.at('data');
      return Object.keys(data.object() ?? {}).flatMap((key) => {
        const kind = key === 'net-conf.json' ? 'flannel' : PLUGIN_KEYS.test(key) ? 'plugin' : undefined;
        return kind ? readConfig(object, data.at(key), kind) : [];
      });
    }),
    ...attachments.flatMap((object) => readConfig(object, object.spec.at('config'), 'attachment')),
  ];
}

function readConfig(object: LintObject, field: Field, kind: CniConfig['kind']): CniConfig[] {
  const text = field.value;
  if (typeof text !== 'string' || text.trim() === '' || text.includes('{{')) return [];
  return [{ object, field, kind, value: parse(text) }];
}

/** Nodes fill placeholders in, which stand for numbers too, as in `"mtu": __CNI_MTU__`. */
function parse(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text.replaceAll(/([:[,]\s*)__\w+__/g, '$1null'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
