/**
 * The objects of a bundle as the API server would look at each alone: whether its kind is served, its fields are known
 * and well formed, and the rules that are written by hand hold. Objects of a kind that nobody knows yet wait for the
 * CustomResourceDefinition that may come.
 */

import { type Document, headOf, type JsonObject } from '../../ingest/document.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import { oncePerCause } from '../../ingest/once-per-cause.ts';
import { RuleBook } from '../../schemas/cel/rule-book.ts';
import type { RuleCheck } from '../../schemas/check.ts';
import { Effort, Spent } from '../../schemas/effort.ts';
import { type KnownKind, KnownKinds } from '../../schemas/known-kinds.ts';
import type { Release } from '../../schemas/releases.ts';
import { byKeys } from '../../util/ordering.ts';
import { knownKindFault, type TypeFault, type UnknownAsked, unknownKindFault } from './api-version.ts';
import { ruleFindings } from './object-rules.ts';
import { schemaFindings } from './schema-findings.ts';

/** Schemas, patterns and rules of the bundle's own definitions are run for so many steps, of all objects together. */
const MOST_STEPS = 50_000_000;
/** And for so many of one object. */
const MOST_STEPS_OF_ONE = 1_000_000;
/** More findings of this kind are counted, not listed: to look up where they stand costs more than to find them. */
const MOST_FINDINGS = 10_000;

/** Names of kinds are as many as a bundle cares to make up; so many are told. */
const MOST_KINDS = 1000;

/** A kind that nobody knows. */
export interface UnknownKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly count: number;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** In alphabetical order; of very many, the first that were met. */
  readonly unknownKinds: readonly UnknownKind[];
  /** Rules (CEL) and patterns of schemas that could not be decided, and how often that was so. */
  readonly undecidedRules: readonly UndecidedRule[];
}

export interface UndecidedRule {
  readonly rule: string;
  readonly count: number;
}

/** What the check does not know and the readers of the bundle do. */
export interface Surroundings {
  readonly release: Release;
  /** The namespace of objects that name none. */
  readonly namespace: string;
  /** Whether some reader knows a kind, though no schema does. */
  isRead(apiVersion: string, kind: string): boolean;
}

interface Unknown {
  readonly first: Document;
  readonly documents: Document[];
}

export class DocumentCheck {
  readonly findings: Finding[] = [];
  readonly #kinds: KnownKinds;
  readonly #surroundings: Surroundings;
  readonly #effort = new Effort(MOST_STEPS);
  readonly #rules = new RuleBook();
  readonly #unknown = new Map<string, Unknown>();
  #cut = 0;
  #unjudged = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#kinds = new KnownKinds(surroundings.release);
  }

  /** Checks a document whose value is there; false where it must be had again later. */
  take(document: Document): boolean {
    const { apiVersion, kind } = headOf(document);
    if (kind === '') return true;
    const { value } = document;
    const known = this.#kinds.find(apiVersion, kind);
    if (known) {
      this.#check(document, value, known);
      if (kind === 'CustomResourceDefinition') this.#kinds.define(value);
      return true;
    }
    const name = `${apiVersion} ${kind}`;
    const unknown = this.#unknown.get(name) ?? { first: document, documents: [] };
    unknown.documents.push(document);
    this.#unknown.set(name, unknown);
    return false;
  }

  /** After the last document. */
  finish(): Checked {
    const unknownKinds: UnknownKind[] = [];
    for (const unknown of this.#unknown.values()) this.#settle(unknown, unknownKinds);
    this.#unknown.clear();
    const sorted = unknownKinds.sort(byKeys(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
    const undecided = [...this.#rules.undecided].map(([rule, count]) => ({ rule, count }));
    const undecidedRules = undecided.sort(byKeys(({ rule }) => rule));
    return { findings: [...this.findings, ...this.#unlisted()], unknownKinds: sorted, undecidedRules };
  }

  /** What becomes of the objects of a kind that no schema knew when they came. */
  #settle({ first, documents }: Unknown, listed: UnknownKind[]): void {
    const { apiVersion, kind } = headOf(first);
    const known = this.#kinds.find(apiVersion, kind);
    if (known) {
      for (const document of documents) this.#check(document, document.value, known);
      return;
    }
    const isTold = listed.length < MOST_KINDS;
    if (this.#fault(documents, { apiVersion, kind, isTold }) || this.#surroundings.isRead(apiVersion, kind)) return;
    if (!isTold) return;
    listed.push({ apiVersion, kind, count: documents.length });
    this.#add(unknownKind(first, kind, documents.length));
  }

  /** Whether something is to be said of a kind that no schema knows. */
  #fault(documents: readonly Document[], of: Pick<UnknownAsked, 'apiVersion' | 'kind' | 'isTold'>): boolean {
    const { release } = this.#surroundings;
    const fault = unknownKindFault({ ...of, kinds: this.#kinds, release });
    if (!fault) return false;
    for (const document of documents) this.#say(document, fault, this.#resourceOf(document, false));
    return true;
  }

  #check(document: Document, value: JsonObject, known: KnownKind): void {
    const { apiVersion, kind } = headOf(document);
    const resource = this.#resourceOf(document, known.isClustered);
    const fault = knownKindFault(apiVersion, kind, known);
    if (fault) this.#say(document, fault, resource);
    try {
      const effort = this.#effort.part(MOST_STEPS_OF_ONE);
      const rules: RuleCheck = (part, form) => this.#rules.broken(part, form.rules, effort);
      const unread = (pattern: string) => this.#rules.remember(`pattern ${pattern}`);
      const judges = { effort, rules, unread };
      const said = [schemaFindings({ document, value, resource, known }, judges), ruleFindings(document, resource)];
      for (const finding of oncePerCause(said)) this.#add(finding);
    } catch (error) {
      if (!(error instanceof Spent)) throw error;
      this.#unjudged += 1;
    }
  }

  #resourceOf(document: Document, isClustered: boolean): Resource {
    const { apiVersion, kind, name, namespace } = headOf(document);
    if (isClustered) return { apiVersion, kind, name };
    return { apiVersion, kind, namespace: namespace || this.#surroundings.namespace, name };
  }

  #say(document: Document, { pointer, instead, ...fault }: TypeFault, resource: Resource): void {
    const place = { document, pointer };
    const edit = { kind: 'set', at: place, value: instead ?? '' } as const;
    const fix = instead === undefined ? {} : { fix: { title: `Write ${instead}`, safe: false, edits: [edit] } };
    this.#add({ ...fault, place, resource, ...fix });
  }

  #add(finding: Finding): void {
    if (this.findings.length < MOST_FINDINGS) this.findings.push(finding);
    else this.#cut += 1;
  }

  #unlisted(): Finding[] {
    const more: Finding[] = [];
    if (this.#cut > 0) {
      const message = `${this.#cut} more findings about single objects are not listed; remove the first ${MOST_FINDINGS} and ask again`;
      more.push({ rule: 'YML006', severity: 'error', refused: true, message });
    }
    if (this.#unjudged > 0) {
      const message = `the CustomResourceDefinitions of this bundle ask for too much work; ${this.#unjudged} objects are not checked against them`;
      more.push({ rule: 'YML006', severity: 'warning', message });
    }
    return more;
  }
}

function unknownKind(document: Document, kind: string, count: number): Finding {
  const { apiVersion } = headOf(document);
  const more = count > 1 ? `; ${count} objects are of it` : '';
  const message = `no schema is known of ${apiVersion} ${kind}${more}: add its CustomResourceDefinition to have it checked`;
  return { rule: 'SCH001', severity: 'info', message, place: { document, pointer: '/kind' } };
}
