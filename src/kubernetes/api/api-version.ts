/**
 * Whether the API server serves an `apiVersion` and `kind` at all
 * (https://kubernetes.io/docs/reference/using-api/deprecation-guide/).
 */

import type { Finding } from '../../ingest/finding.ts';
import { isBuiltInGroup, type KnownKind, type KnownKinds } from '../../schemas/known-kinds.ts';
import type { Release } from '../../schemas/releases.ts';
import { deprecation, isUpTo, removedVersion } from '../../schemas/removed-versions.ts';
import { groupOf } from '../object.ts';

export interface TypeFault extends Pick<Finding, 'rule' | 'severity' | 'refused' | 'message'> {
  readonly pointer: '/apiVersion' | '/kind';
  /** What surely stands there instead. */
  readonly instead?: string | undefined;
}

/** What is to be said of a kind that is known. */
export function knownKindFault(apiVersion: string, kind: string, known: KnownKind): TypeFault | undefined {
  if (!known.isServed) return refusedVersion(`${apiVersion} ${kind} is not served; use another version of it`);
  const old = deprecation(apiVersion, kind);
  if (old) return deprecated(`${apiVersion} ${kind} is deprecated since ${old.since}; use ${old.instead}`);
  return known.isDeprecated ? deprecated(`${apiVersion} ${kind} is deprecated; use a newer version of it`) : undefined;
}

export interface UnknownAsked {
  readonly apiVersion: string;
  readonly kind: string;
  /** Whether names that are near are looked for, which costs. */
  readonly isTold: boolean;
  readonly kinds: KnownKinds;
  readonly release: Release;
}

/** What is to be said of one that is not; undefined where nothing is known of it. */
export function unknownKindFault({ apiVersion, kind, isTold, kinds, release }: UnknownAsked): TypeFault | undefined {
  const removed = removedVersion(apiVersion, kind);
  if (removed && isUpTo(removed.removed, release)) {
    const instead = removed.instead === undefined ? 'nothing took its place' : `use ${removed.instead}`;
    return refusedVersion(`${apiVersion} ${kind} is not served since ${removed.removed}; ${instead}`, removed.instead);
  }
  const group = groupOf(apiVersion);
  const [best] = kinds.versions(group, kind);
  const isBuiltIn = isBuiltInGroup(group);
  if (best !== undefined) {
    const message = `${apiVersion} ${kind} is not served by Kubernetes ${release}; use ${best}`;
    if (isBuiltIn) return refusedVersion(message, best);
    return deprecated(`${apiVersion} is not among the versions of ${kind} that are known; the newest is ${best}`);
  }
  const near = isBuiltIn && isTold ? kinds.nearest(apiVersion, kind) : undefined;
  if (near === undefined) return undefined;
  const message = `${apiVersion} has no kind ${kind}; did you mean ${near}?`;
  return { rule: 'SCH001', severity: 'error', refused: true, message, pointer: '/kind', instead: near };
}

function refusedVersion(message: string, instead?: string): TypeFault {
  return { rule: 'SCH005', severity: 'error', refused: true, message, pointer: '/apiVersion', instead };
}

function deprecated(message: string): TypeFault {
  return { rule: 'SCH006', severity: 'warning', message, pointer: '/apiVersion' };
}
