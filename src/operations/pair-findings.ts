/** What the result of two bundles begins with: the worse verdict, and the findings of both, each naming its side. */

import type { Model, Verdict } from '../analysis/model.ts';
import type { Finding } from '../ingest/finding.ts';
import { type BySide, SIDES } from '../ingest/index.ts';
import { common } from './inventory.ts';
import type { FindingJson } from './results.ts';

const BY_SEVERITY: readonly Verdict[] = ['fail', 'warn', 'pass'];

export function commonOfPair(models: BySide<Model>, more: BySide<readonly Finding[]>): ReturnType<typeof common> {
  const before = common(models.before, more.before);
  const after = common(models.after, more.after);
  const verdict = BY_SEVERITY.find((v) => v === before.verdict || v === after.verdict) ?? 'pass';
  return {
    model: after.model,
    verdict,
    complete: before.complete && after.complete,
    findings: joined({ before: before.findings, after: after.findings }),
    ...(after.assumptions ? { assumptions: after.assumptions } : {}),
  };
}

/** A file tells its side; what is said of a whole bundle is said once where it holds for both. */
function joined(findings: BySide<readonly FindingJson[]>): FindingJson[] {
  const now = new Set(findings.after.map((f) => JSON.stringify(f)));
  const both = new Set(findings.before.map((f) => JSON.stringify(f)).filter((text) => now.has(text)));
  const placed = SIDES.toReversed().flatMap((side) => findings[side].filter((f) => f.file !== undefined));
  const shared = findings.after.filter((f) => both.has(JSON.stringify(f)));
  const single = SIDES.flatMap((side) =>
    findings[side]
      .filter((f) => f.file === undefined && !both.has(JSON.stringify(f)))
      .map((f) => ({ ...f, message: `${side}: ${f.message}` })),
  );
  return [...placed, ...shared, ...single];
}

/** The findings that a reader of a change wants: errors, and what only one side has. */
export function findingsThatDiffer(findings: readonly FindingJson[]): FindingJson[] {
  const keyOf = ({ rule, message, resource, path }: FindingJson) => JSON.stringify([rule, message, resource, path]);
  const sides = Map.groupBy(findings, keyOf);
  const sideOf = ({ file = '' }: FindingJson) => file.slice(0, file.indexOf('/'));
  const differs = (f: FindingJson) => new Set((sides.get(keyOf(f)) ?? []).map(sideOf)).size === 1;
  return findings.filter((f) => f.severity === 'error' || (f.file !== undefined && differs(f)));
}
