/**
 * Rules about a project that the Compose loader accepts and the engine does not, or not as it looks: what is refused
 * when containers are made, has no effect, or opens more than it seems. A rule is one file; its examples are tested.
 */

import type { Origin } from '../../ingest/document.ts';
import type { Severity } from '../../ingest/finding.ts';
import type { Project } from '../project.ts';

/** Says one thing about one entry. The severity is the rule's own where none is given. */
export type Say = (origin: Origin, message: string, severity?: Severity) => void;

export interface ProjectRule {
  /** Id in the catalogue; never used for anything else. */
  readonly id: string;
  readonly severity: Severity;
  /** What is found, in a few words. */
  readonly title: string;
  /** Why it matters: what the engine does. */
  readonly why: string;
  /** A Compose file that the rule speaks of, and its twin that it does not. */
  readonly bad: string;
  readonly good: string;
  /** Messages show names, addresses and ports of the file, never values of environment variables or secrets. */
  readonly check: (project: Project, say: Say) => void;
}
