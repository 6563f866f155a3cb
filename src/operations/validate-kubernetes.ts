/** What is found in the Kubernetes objects of a bundle: what reading them says, and the rules. */

import type { Analysis } from '../analysis/analysis.ts';
import { clusterLint } from '../analysis/lint.ts';
import { type Finding, isIn, sourceOf } from '../ingest/finding.ts';
import type { Source } from '../ingest/index.ts';
import { oncePerCause } from '../ingest/once-per-cause.ts';
import type { Found } from './found.ts';

export interface KubernetesFound {
  readonly found: Found;
  /** Whether an object, or something that should have been one, is in the bundle. */
  readonly isThere: boolean;
}

/** Beside Compose files lie sources and configuration of all kinds, which nobody takes for manifests. */
const MANIFEST = /\.(?:ya?ml|json|ndjson)$/i;

/** `others` are files that are no concern of Kubernetes. */
export function validateKubernetes(
  analysis: Analysis,
  others: ReadonlySet<Source>,
  complete: boolean,
): KubernetesFound {
  const { findings, sources } = analysis.parsed();
  const own = analysis.documentCount;
  const files = sources.filter((source) => !others.has(source));
  const { checked } = analysis;
  const said = oncePerCause([
    findings.map(strictly),
    checked?.findings ?? [],
    [...analysis.cluster().findings, ...analysis.policies().findings].map((f) =>
      complete && f.absent ? asError(f) : f,
    ),
    // That nothing enforces policies is said of each of them, by NET021.
    analysis.enforcement().findings.filter(({ rule }) => rule !== 'NET021'),
    clusterLint(analysis, complete),
  ]).filter((finding) => !isIn(finding, others));
  const valid = !said.some(({ refused, unreadable }) => refused || unreadable);
  const found: Found = {
    model: 'kubernetes',
    said,
    valid,
    files: files.length,
    resources: own,
    unknownKinds: checked?.unknownKinds,
    undecidedRules: checked?.undecidedRules,
  };
  const broken = said.some((finding) => finding.unreadable && MANIFEST.test(pathOf(finding) ?? ''));
  return { found, isThere: own > 0 || broken };
}

/** What is not in a complete bundle does not exist. */
function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

/** Of two equal keys the API server refuses the object, under strict validation. */
function strictly(finding: Finding): Finding {
  return finding.rule === 'YML002' ? { ...finding, refused: true } : finding;
}

function pathOf({ place }: Finding): string | undefined {
  return place && sourceOf(place).path;
}
