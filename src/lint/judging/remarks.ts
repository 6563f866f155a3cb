/** What is to be said of the settings themselves: names of no rule, suppressions without a reason, effect or use. */

import type { Finding } from '../../ingest/finding.ts';
import { nearest } from '../../util/edit-distance.ts';
import { CATEGORY_NAMES } from '../category.ts';
import { RULES, ruleOf } from '../registry.ts';
import type { Judge, JudgeSettings } from './judge.ts';
import { levelOf } from './levels.ts';
import type { Suppression } from './suppression.ts';

/** After everything was judged. */
export function settingsRemarks(settings: JudgeSettings, judge: Judge): Finding[] {
  const { rules, only, unsuppressible, suppressions } = settings;
  const names = new Set([...rules.keys(), ...only, ...unsuppressible]);
  const said = [
    ...[...names].filter((name) => !isKnown(name)).map(unknown),
    ...suppressions.flatMap((suppression) => ofSuppression(suppression, settings, judge)),
  ];
  return said.flatMap((finding) => {
    const severity = levelOf(finding.rule, finding.severity, settings);
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

function isKnown(name: string): boolean {
  return ruleOf(name) !== undefined || CATEGORY_NAMES.some((category) => category === name);
}

function unknown(name: string): Finding {
  const near = nearest(name, [...CATEGORY_NAMES, ...RULES.map(({ id }) => id)]);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return {
    rule: 'LNT001',
    severity: 'warning',
    message: `There is no rule and no category ${JSON.stringify(name)}.${hint}`,
  };
}

function ofSuppression(suppression: Suppression, settings: JudgeSettings, judge: Judge): Finding[] {
  const { rules, reason, place } = suppression;
  const at = place ? { place } : {};
  const strange = rules.filter((rule) => ruleOf(rule) === undefined);
  if (strange.length > 0) return strange.map((rule) => ({ ...unknown(rule), ...at }));
  if (reason === '' || rules.length === 0) {
    const message = 'A suppression names rules and gives a reason; this one has no effect. Write RULE and why.';
    return [{ rule: 'LNT002', severity: 'warning', message, ...at }];
  }
  const fixed = rules.filter((rule) => judge.isUnsuppressible(rule));
  if (fixed.length > 0) {
    const message = `${fixed.join(', ')} cannot be suppressed here, so this has no effect. Remove it.`;
    return [{ rule: 'LNT004', severity: 'warning', message, ...at }];
  }
  if (judge.used.has(suppression) || rules.every((rule) => levelOf(rule, 'info', settings) === 'off')) return [];
  const message = `Nothing of ${rules.join(', ')} is found here any more. Remove the suppression.`;
  return [{ rule: 'LNT003', severity: 'info', message, ...at }];
}
