/** GWA013: a rule of a route that leads to nothing. */

import type { Field } from '../../../kubernetes/field.ts';
import { routesOf } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route, WEB } from './examples.ts';

const withRule = (rule: string) => route({ rules: `    - ${rule}` }) + WEB + EDGE;

export const ruleLeadsNowhere: KubernetesRule = {
  id: 'GWA013',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Rule of a route leads nowhere',
  why: 'Requests that the rule takes are answered with an error: no backend gets any of them.',
  fix: 'Name a backend with a weight above 0, or add a filter that redirects.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule'],
  bad: [
    { line: 9, text: withRule('matches: [{path: {value: /api}}]') },
    { line: 9, text: withRule('backendRefs: [{name: web, port: 80, weight: 0}]') },
  ],
  good: [
    withRule('backendRefs: [{name: web, port: 80}]'),
    withRule('filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]'),
  ],
  check(context, report) {
    for (const { spec } of routesOf(context)) {
      for (const rule of spec.itemsAt('rules')) {
        const backends = rule.itemsAt('backendRefs');
        if (answersItself(rule) || backends.some((backend) => backend.integerAt('weight') !== 0)) continue;
        const what = backends.length === 0 ? 'has no backend' : 'gives every backend a weight of 0';
        report(
          backends.length === 0 ? rule : rule.at('backendRefs'),
          `The rule ${what}, and its requests are answered with an error. Name one that takes them.`,
        );
      }
    }
  },
};

/** Filters of vendors may answer too. */
function answersItself(rule: Field): boolean {
  return rule
    .itemsAt('filters')
    .some((filter) => ['RequestRedirect', 'ExtensionRef'].includes(filter.stringAt('type') ?? 'ExtensionRef'));
}
