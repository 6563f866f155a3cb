/** CNI001: the configuration of a network plugin that nobody can read. */

import { cniConfigs } from '../../context/cni-config.ts';
import type { KubernetesRule } from '../../rule.ts';
import { configMap } from './examples.ts';

const manifests = (end: string) =>
  configMap('cni', 'cni-conf.json', `{"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "bridge"}]${end}`);

export const notJson: KubernetesRule = {
  id: 'CNI001',
  model: 'kubernetes',
  severity: 'error',
  title: 'Configuration of a network plugin is not JSON',
  why: 'The plugin refuses the file. Nodes stay NotReady, or no pod gets an address.',
  fix: 'Correct the JSON: no comma behind the last entry, double quotes, every bracket closed.',
  references: ['https://www.cni.dev/docs/spec/#section-1-network-configuration-format'],
  bad: [{ line: 7, text: manifests(',}') }],
  good: [manifests('}')],
  check(context, report) {
    for (const { field, value } of cniConfigs(context)) {
      if (value === undefined)
        report(field, 'The text is not a JSON object, which is what the plugin reads here. Correct it.');
    }
  },
};
