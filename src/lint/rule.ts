/**
 * What a rule is: one object in one file that holds the check and everything people read about it. `GET /v1/rules`,
 * `docs/rules.md` and the test of every rule are made from these objects.
 *
 * To write one:
 * 1. Make `rules/<family>/<id>-<words>.ts` after the model of `rules/service/svc001-selects-no-pod.ts` (a selector and
 *    its near miss) or `rules/network-policy/net006-rules-without-type.ts` (one object alone), and add its line to the
 *    family's `index.ts`, in order of ids.
 * 2. `check` runs once for a bundle. It asks the context for objects (`context.ofKind('Service')`, `context.services`,
 *    `context.pods`, `context.policies`) and never walks all pairs of anything: a bundle has 10,000 objects and every
 *    rule together may cost what reach costs. What several rules derive belongs into `context/`, memoised there.
 * 3. `report` points where the fix goes: the field to change, or, where one is missing, the field that should hold it.
 *    The message says what is wrong, the evidence (names and numbers of the bundle), and what to do, in a sentence or
 *    two. Never a value of a Secret or of an environment variable. Text of the bundle needs no escaping here.
 * 4. One cause is one finding. Where another rule already says it, or where the object cannot be judged (a template
 *    that is mistyped, a selector that matches by a label whose value is unknown), say nothing.
 * 5. What rests on something that is not in the bundle says `absent: true`, unless a near miss shows a slip: then the
 *    finding is a note in partial bundles, and has its severity in complete ones.
 * 6. A mechanical fix goes along as `fix: { title, safe, edits }`, edits by pointer (`ingest/edit.ts`); the test applies
 *    it to the bad example and sees the finding gone.
 * 7. `bad` and `good` are whole small manifests of your own, run by `test/lint/rules.test.ts` through `validate`: the
 *    rule must fire at just that line of `bad`, and not of `good`. Everything else of them should be sound.
 * 8. Further cases (what must not fire, above all) go to `test/lint/<family>.test.ts`.
 *
 * A rule without `check` documents what the readers of files say by its id; its examples are run all the same.
 */

import type { Origin } from '../ingest/document.ts';
import type { Fix } from '../ingest/edit.ts';
import type { Resource, Severity } from '../ingest/finding.ts';
import type { Field } from '../kubernetes/field.ts';
import type { DockerContext } from './context/docker-context.ts';
import type { KubernetesContext } from './context/kubernetes-context.ts';

/** What a finding may say beside its message. */
export interface Remarks {
  /** The rule's own where none is given. */
  readonly severity?: Severity;
  /** It rests on the absence of something from the bundle, and nothing in the bundle shows a slip. */
  readonly absent?: boolean;
  /** The API server, or the Compose loader, would not accept it. */
  readonly refused?: boolean;
  /** The object it is about, where that is not the one it points into. */
  readonly resource?: Resource;
  /** Where the fix is mechanical: edits by pointer, after which the rule no longer speaks of the place. */
  readonly fix?: Fix;
}

/** Says one thing about one place. */
export type Report = (place: Field | Origin, message: string, remarks?: Remarks) => void;

/** A text that the rule speaks of. */
export interface BadExample {
  readonly text: string;
  /** Where the rule points, from 1: all lines of it. */
  readonly line: number | readonly number[];
  /** Where the bundle must be known to be complete. */
  readonly complete?: true;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** A `portolan.yaml` beside it. */
  readonly settings?: string;
}

export interface RuleText {
  /** Three capitals, which are its category, and three digits; never used for anything else. */
  readonly id: string;
  /** What is found, in a few words: a sentence without its full stop. */
  readonly title: string;
  /** `error`: refused or certainly broken; `warning`: a probable fault or an exposure; `info`: advice. */
  readonly severity: Severity;
  /** Why it matters: what happens if nothing is changed. */
  readonly why: string;
  /** How to fix it. */
  readonly fix: string;
  /** Where the outside world says so. */
  readonly references: readonly string[];
  /** What the file of an example is called, where it is neither manifests nor a Compose file. */
  readonly file?: string;
  /** Manifests that the rule speaks of, and the same without the fault. */
  readonly bad: readonly BadExample[];
  readonly good: readonly string[];
}

export interface KubernetesRule extends RuleText {
  readonly model: 'kubernetes';
  check?(context: KubernetesContext, report: Report): void;
}

export interface DockerRule extends RuleText {
  readonly model: 'docker';
  check?(context: DockerContext, report: Report): void;
}

/** About files of any model: found where they are read. */
export interface FileRule extends RuleText {
  readonly model: 'any';
}

export type Rule = KubernetesRule | DockerRule | FileRule;
