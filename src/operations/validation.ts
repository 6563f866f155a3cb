/** From what was found in the files of each model to the result: judged as it was asked for, sorted, counted. */

import type { Analysis } from '../analysis/analysis.ts';
import type { PlacedFinding } from '../analysis/places.ts';
import type { Finding } from '../ingest/finding.ts';
import { annotationSuppressions } from '../lint/judging/annotations.ts';
import { commentSuppressions } from '../lint/judging/comments.ts';
import { ignoredSuppressions } from '../lint/judging/ignored.ts';
import { Judge, type Judged, type JudgeSettings } from '../lint/judging/judge.ts';
import { settingsRemarks } from '../lint/judging/remarks.ts';
import { byKeys } from '../util/ordering.ts';
import type { Found } from './found.ts';
import { listOf } from './matrix-query.ts';
import type { FocusOptions } from './options.ts';
import { askedSettings } from './settings-file.ts';
import { countSeverities } from './severities.ts';
import { unknownFocus } from './unknown-focus.ts';
import { validateDocker } from './validate-docker.ts';
import { validateKubernetes } from './validate-kubernetes.ts';
import type { LintInput } from './validate-options.ts';
import type { ValidateResult, Validation } from './validate-results.ts';
import { suppressedFindingJson, validationFindingJson } from './validation-finding.ts';
import { judged as verdictOf } from './verdict.ts';

type ValidationInput = LintInput & Partial<Pick<FocusOptions, 'focus' | 'focusPeer'>>;

export function validation(analysis: Analysis, request: ValidationInput): ValidateResult {
  const { asked, findings } = askedSettings(analysis, request);
  const docker = validateDocker(analysis);
  const kubernetes = validateKubernetes(analysis, docker?.sources ?? new Set(), asked.completeness === 'complete');
  const found = [...(!docker || kubernetes.isThere ? [kubernetes.found] : []), ...(docker ? [docker.found] : [])];
  const settings = judgeSettings(analysis, asked);
  const judge = new Judge(settings);
  const judgements = found.map(({ said }) => judgedOf(analysis, said, judge));
  // What is to be said of the settings is said once, with the first model.
  const remarks = [...findings, ...settingsRemarks(settings, judge), ...focusRemarks(analysis, request)];
  judgements[0]?.push(...judgedOf(analysis, remarks, judge));
  const models = found.map((one, i) => validationOf(one, judgements[i] ?? []));
  const [only, ...more] = models;
  if (!only) throw new Error('a bundle has a model');
  return more.length === 0 ? only : { ...together(models), models };
}

/** Reach is computed only where somebody gives a name. */
function focusRemarks(analysis: Analysis, { focus, focusPeer }: ValidationInput): Finding[] {
  const query = { focus: listOf(focus), focusPeer: listOf(focusPeer) };
  return query.focus.length + query.focusPeer.length > 0 ? unknownFocus(analysis, query) : [];
}

function judgeSettings(analysis: Analysis, asked: LintInput): JudgeSettings {
  return {
    rules: new Map(Object.entries(asked.rules ?? {})),
    only: asked.only ?? [],
    unsuppressible: asked.unsuppressible ?? [],
    baseline: new Set(asked.baseline ?? []),
    suppressions: [
      ...annotationSuppressions(analysis.objects),
      ...commentSuppressions(analysis.parsed().sources),
      ...ignoredSuppressions(asked.ignore ?? []),
    ],
  };
}

type JudgedFinding = Judged<PlacedFinding>;

function judgedOf(analysis: Analysis, said: readonly Finding[], judge: Judge): JudgedFinding[] {
  return analysis.place(said).flatMap((placed) => judge.judge(placed) ?? []);
}

const IN_ORDER = byKeys<{ file?: string | undefined; line?: number | undefined; column?: number | undefined }>(
  ({ file }) => file ?? '\uffff',
  ({ line }) => line ?? 0,
  ({ column }) => column ?? 0,
);

function validationOf(
  { model, said, valid, unknownKinds, undecidedRules, files, resources }: Found,
  judged: readonly JudgedFinding[],
): Validation {
  const standing = judged.filter(({ suppressed }) => !suppressed);
  const known = judged.flatMap((one) => (one.suppressed ? [suppressedFindingJson(one, one.suppressed)] : []));
  const findings = standing.map(({ placed }) => placed.finding);
  return {
    model,
    verdict: verdictOf(findings).verdict,
    complete: verdictOf(said).complete,
    valid,
    findings: standing.map(validationFindingJson).sort(IN_ORDER),
    ...(known.length > 0 ? { suppressed: known.sort(IN_ORDER) } : {}),
    ...(unknownKinds ? { unknownKinds: [...unknownKinds] } : {}),
    ...(undecidedRules && undecidedRules.length > 0 ? { undecidedRules: [...undecidedRules] } : {}),
    summary: { ...countSeverities(findings), suppressed: known.length, files, resources },
  };
}

/** What holds of several models: the worst verdict, all findings, the sums. */
function together(models: readonly Validation[]): Validation {
  const verdicts = models.map(({ verdict }) => verdict);
  const sum = (count: keyof Validation['summary']) => models.reduce((total, { summary }) => total + summary[count], 0);
  const known = models.flatMap(({ suppressed = [] }) => suppressed);
  return {
    model: 'docker',
    verdict: verdicts.includes('fail') ? 'fail' : verdicts.includes('warn') ? 'warn' : 'pass',
    complete: models.every(({ complete }) => complete),
    valid: models.every(({ valid }) => valid),
    findings: models.flatMap(({ findings }) => findings),
    ...(known.length > 0 ? { suppressed: known } : {}),
    summary: {
      error: sum('error'),
      warning: sum('warning'),
      info: sum('info'),
      suppressed: sum('suppressed'),
      files: sum('files'),
      resources: sum('resources'),
    },
  };
}
