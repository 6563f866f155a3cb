/** One policy document, read by its form. */

import type { Document } from '../../../ingest/document.ts';
import type { Finding, Resource } from '../../../ingest/finding.ts';
import { originOf } from '../../../ingest/parsed-document.ts';
import type { Field } from '../../../kubernetes/field.ts';
import type { ClusterNode } from '../../../kubernetes/node.ts';
import { readHead } from '../../../kubernetes/object.ts';
import type { CompileContext } from '../../dialect.ts';
import type { Policy, Rule } from '../../rule.ts';
import type { Form, Placement } from './form.ts';
import { type RuleContext, readRule } from './rule.ts';
import { readSubject } from './selectors.ts';
import { readList } from './shapes.ts';

export interface PolicyContext {
  readonly form: Form;
  readonly nodes: readonly ClusterNode[];
  readonly options: CompileContext;
}

export interface PlacedPolicy extends Placement {
  readonly policy: Policy;
  readonly resource: Resource;
}

export interface PolicyReading {
  readonly findings: readonly Finding[];
  /** Absent where the API server would refuse the object. */
  readonly placed?: PlacedPolicy;
}

export function readPolicy(document: Document, context: PolicyContext): PolicyReading {
  const { form } = context;
  const { scope, apiVersion, name } = readHead(document);
  const { root } = scope;
  if (!form.versions.includes(apiVersion)) {
    root.at('apiVersion').refuse('SCH005', `${apiVersion} ${form.kind} is not known; use ${form.versions[0]}`);
  }
  const spec = root.at('spec');
  if (spec.absent) {
    root.refuse('SCH004', 'the policy needs spec');
    return { findings: scope.findings };
  }
  spec.knows(...form.specFields, 'subject', 'ingress', 'egress');
  const placement = form.readPlacement(spec, root);
  const subject = readSubject(spec.at('subject'), form, context.options.selectors);
  const rules = [
    ...readRules(spec.at('ingress'), { ...context, subject, direction: 'ingress' }),
    ...readRules(spec.at('egress'), { ...context, subject, direction: 'egress' }),
  ];
  const { findings, refused } = scope;
  if (refused) return { findings };
  const policy = { kind: form.kind, name, origin: originOf(document), rules };
  return { findings, placed: { ...placement, policy, resource: { apiVersion, kind: form.kind, name } } };
}

function readRules(field: Field, context: RuleContext): Rule[] {
  const items = readList(field, { noun: 'rule', min: 0, max: context.form.maxItems });
  return items.map((item, i) => readRule(item, i, context));
}
