/** POD016: a controller that does not select the pods it makes; the API server refuses its own kinds for it. */

import { readTexts } from '../../../kubernetes/texts.ts';
import { formatRequirements, meetsAll, requirementsOf } from '../../context/requirements.ts';
import type { KubernetesRule } from '../../rule.ts';
import { deployment } from '../fragments.ts';

const example = (app: string) =>
  deployment({ name: 'web' }).replace('matchLabels: {app: web}', `matchLabels: {app: ${app}}`);

/** Kinds whose selector is a plain map. */
const PLAIN: ReadonlySet<string> = new Set(['DeploymentConfig', 'ReplicationController']);

export const selectorMismatch: KubernetesRule = {
  id: 'POD016',
  model: 'kubernetes',
  severity: 'error',
  title: 'A controller does not select the pods of its template',
  why: 'It would make pods without end, for it never finds those it has made: the API server refuses it.',
  fix: 'Give the template the labels that the selector asks for.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector'],
  bad: [{ line: 9, text: example('wep') }],
  good: [example('web')],
  check({ pods }, report) {
    for (const { object, labels, template } of pods.templates) {
      const selector = object.spec.at('selector');
      if (!PLAIN.has(object.kind) || selector.absent || !selector.at('matchLabels').absent) continue;
      const requirements = requirementsOf(readTexts(selector));
      if (meetsAll(labels, requirements)) continue;
      const written = template.at('metadata').at('labels');
      report(
        written.absent ? selector : written,
        `The template has not the labels of the selector, ${formatRequirements(requirements)}. Give it these.`,
      );
    }
  },
};
