/**
 * Selectors in the contract's form: `all`, a namespace's name, or a LabelSelector; and for people as `kubectl get -l`
 * writes them (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api).
 */

import * as z from 'zod';
import type { Predicate, Selector } from '../policy/selector.ts';
import { byKeys } from '../util/ordering.ts';

const requirement = z.object({
  key: z.string(),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
  values: z.array(z.string()).optional(),
});

export const labelSelector = z
  .object({
    matchLabels: z.record(z.string(), z.string()).optional(),
    matchExpressions: z.array(requirement).optional(),
  })
  .meta({ id: 'LabelSelector', description: 'A LabelSelector as Kubernetes writes it, in canonical order.' });

export type LabelSelectorJson = z.infer<typeof labelSelector>;
export type RequirementJson = z.infer<typeof requirement>;

/** Pods, by the labels of their namespace and their own; a part is undefined where no LabelSelector says it. */
export interface PodSelectorJson {
  readonly namespaces?: string | LabelSelectorJson;
  readonly pods?: 'all' | LabelSelectorJson;
  readonly over: Selector['over'];
  /** For people. */
  readonly text: string;
}

export function podSelectorJson({ namespace, endpoint, over, text }: Selector): PodSelectorJson {
  const namespaces = namespacesJson(namespace);
  const pods = selectorJson(endpoint);
  if (namespaces === undefined || pods === undefined) {
    return { ...(namespaces === undefined ? {} : { namespaces }), ...(pods === undefined ? {} : { pods }), over, text };
  }
  const plain = podsText({ namespaces, pods });
  return { namespaces, pods, over, text: over === 'hosts' ? `${plain}, in their node’s network` : plain };
}

/** `all` where everything is meant; undefined where no LabelSelector says it. */
export function selectorJson(predicate: Predicate): 'all' | LabelSelectorJson | undefined {
  const parts = predicate.kind === 'and' ? predicate.of : [predicate];
  if (parts.length === 0) return 'all';
  const labels: [string, string][] = [];
  const expressions: RequirementJson[] = [];
  for (const part of parts) {
    const read = requirementJson(part);
    if (!read) return undefined;
    const [value] = read.values ?? [];
    if (part.kind === 'in' && part.label && value !== undefined) labels.push([part.key, value]);
    else expressions.push(read);
  }
  const sorted = expressions.sort(
    byKeys(
      (e) => e.key,
      (e) => e.operator,
      (e) => JSON.stringify(e.values),
    ),
  );
  return {
    ...(labels.length > 0 ? { matchLabels: Object.fromEntries(labels.sort(byKeys(([key]) => key))) } : {}),
    ...(sorted.length > 0 ? { matchExpressions: sorted } : {}),
  };
}

/** The same for namespaces, where a selector that means one by its name is that name. */
export function namespacesJson(predicate: Predicate): string | LabelSelectorJson | undefined {
  const isName = predicate.kind === 'in' && predicate.key === 'kubernetes.io/metadata.name';
  const [name, ...more] = isName ? predicate.values : [];
  return name !== undefined && more.length === 0 ? name : selectorJson(predicate);
}

function requirementJson(p: Predicate): RequirementJson | undefined {
  if (p.kind === 'in') return { key: p.key, operator: 'In', values: [...p.values] };
  if (p.kind === 'exists') return { key: p.key, operator: 'Exists' };
  if (p.kind === 'and') return undefined;
  if (p.of.kind === 'in') return { key: p.of.key, operator: 'NotIn', values: [...p.of.values] };
  return p.of.kind === 'exists' ? { key: p.of.key, operator: 'DoesNotExist' } : undefined;
}

/** `app=web,env in (qa,prod),tier,!legacy`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelectorJson): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  return [...labels, ...matchExpressions.map(requirementText)].join(',');
}

function requirementText({ key, operator, values = [] }: RequirementJson): string {
  switch (operator) {
    case 'In':
      return `${key} in (${values.join(',')})`;
    case 'NotIn':
      return `${key} notin (${values.join(',')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

interface PodLabels {
  readonly namespaces: string | LabelSelectorJson;
  readonly pods: 'all' | LabelSelectorJson;
}

/** `pods app=web in namespace shop`. */
export function podsText({ namespaces, pods }: PodLabels): string {
  return `${pods === 'all' ? 'all pods' : `pods ${selectorText(pods)}`} in ${namespacesText(namespaces)}`;
}

function namespacesText(namespaces: string | LabelSelectorJson): string {
  if (namespaces === 'all') return 'all namespaces';
  return typeof namespaces === 'string' ? `namespace ${namespaces}` : `namespaces ${selectorText(namespaces)}`;
}
