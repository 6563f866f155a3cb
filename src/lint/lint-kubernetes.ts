/** Runs every rule about Kubernetes over the objects of a bundle. */

import type { Finding, Severity } from '../ingest/finding.ts';
import { KubernetesContext, type KubernetesGiven } from './context/kubernetes-context.ts';
import { originOf } from './place.ts';
import { RULES } from './registry.ts';
import type { Remarks, Report, RuleText } from './rule.ts';

export function lintKubernetes(given: KubernetesGiven): readonly Finding[] {
  const context = new KubernetesContext(given);
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (rule.model === 'kubernetes') rule.check?.(context, reporter(rule, context, findings));
  }
  return findings;
}

/** What a rule says goes to `findings`, the same thing about the same place once. */
function reporter(rule: RuleText, context: KubernetesContext, findings: Finding[]): Report {
  const said = new Set<string>();
  return (at, message, remarks = {}) => {
    const place = originOf(at);
    const object = context.objectOf(place.document);
    const resource = remarks.resource ?? object?.resource;
    const key = `${object?.id ?? ''} ${place.pointer} ${message}`;
    if (said.has(key)) return;
    said.add(key);
    const severity = severityOf(rule, remarks, context.complete);
    findings.push({
      rule: rule.id,
      severity,
      ...(remarks.refused ? { refused: true } : {}),
      message,
      place,
      ...(resource ? { resource } : {}),
      ...(remarks.fix ? { fix: remarks.fix } : {}),
    });
  };
}

/** What is not in a bundle that may be part of more is worth a note. */
function severityOf(rule: RuleText, { severity = rule.severity, absent }: Remarks, complete: boolean): Severity {
  return absent && !complete ? 'info' : severity;
}
