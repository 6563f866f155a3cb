/** CNI002: the configuration of a network plugin without what each must have. */

import { isObject, type JsonObject } from '../../../ingest/document.ts';
import { type CniConfig, cniConfigs } from '../../context/cni-config.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const manifests = (begin: string) => configMap('cni', 'cni-conf.json', `{${begin}"plugins": [{"type": "bridge"}]}`);

export const keysMissing: KubernetesRule = {
  id: 'CNI002',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Configuration of a network plugin lacks a required key',
  why: 'A runtime that keeps to the specification refuses the configuration; without cniVersion it takes a version from before plugins were chained.',
  fix: 'Write cniVersion and name, and type, or plugins each with its type.',
  references: ['https://www.cni.dev/docs/spec/#configuration-format'],
  bad: [{ line: 7, text: manifests('"name": "pods", ') }],
  good: [manifests('"cniVersion": "1.0.0", "name": "pods", ')],
  check(context, report) {
    for (const { field, kind, value } of cniConfigs(context)) {
      if (kind === 'flannel' || !value) continue;
      const missing = missingKeys(value, kind);
      if (missing.length > 0) report(field, `The configuration has no ${missing.join(' and no ')}. Add it.`);
    }
  },
};

/** Multus gives an attachment the name of its object. */
function missingKeys(value: JsonObject, kind: CniConfig['kind']): string[] {
  const needed = kind === 'attachment' ? ['cniVersion'] : ['cniVersion', 'name'];
  const missing = needed.filter((key) => typeof value[key] !== 'string');
  const { plugins } = value;
  if (!Array.isArray(plugins)) return typeof value['type'] === 'string' ? missing : [...missing, 'type'];
  const typed = plugins.every((plugin) => isObject(plugin) && typeof plugin['type'] === 'string');
  return typed ? missing : [...missing, 'type of every plugin'];
}
