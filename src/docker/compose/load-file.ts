/**
 * Loads one Compose file over what came before it, document by document: variables are filled in, what it includes and
 * extends is brought in, it is merged, and the whole is checked against the schema and made canonical. The order of the
 * steps is the reference loader's, for it shows (https://github.com/compose-spec/compose-go).
 */

import type { ComposeDocument } from '../../ingest/compose-file.ts';
import type { Source } from '../../ingest/document.ts';
import { canonical } from './canonical.ts';
import { type Expanded, expandDocument, type Path } from './expand.ts';
import { interpolate } from './interpolate.ts';
import { mergeDocuments } from './merge.ts';
import { type MappingNode, sizeOf } from './node.ts';
import { applyResets } from './reset.ts';
import { checkSchema } from './schema-step.ts';
import { lookupIn, type Scope, type Session } from './session.ts';
import { enforceUnicity } from './unicity.ts';

export interface FileRequest {
  readonly source: Source;
  readonly scope: Scope;
  /** Brings in what a document includes and extends; absent for a file that is only extended, whose parts are taken as they stand. */
  readonly bringIn?: (own: MappingNode, resets: readonly Path[]) => MappingNode;
}

export interface LoadedFile {
  readonly model: MappingNode;
  /** What the last document of the file takes away from what it extends. */
  readonly resets: readonly Path[];
}

/** Undefined where there is nothing to go on with: no document of the file could be read. */
export function loadFile(
  base: MappingNode | undefined,
  request: FileRequest,
  session: Session,
): LoadedFile | undefined {
  let loaded: LoadedFile | undefined = base && { model: base, resets: [] };
  for (const read of session.read(request.source)) {
    if ('fault' in read) {
      const { source, fault } = read;
      const place = { source, offset: fault.offset };
      const { rule, message } = fault;
      session.report.say({ rule, severity: 'error', refused: true, unreadable: true, message, place });
    } else {
      loaded = loadDocument(loaded?.model, read, { request, session }) ?? loaded;
    }
  }
  return loaded;
}

interface DocumentContext {
  readonly request: FileRequest;
  readonly session: Session;
}

function loadDocument(
  base: MappingNode | undefined,
  read: ComposeDocument,
  { request, session }: DocumentContext,
): LoadedFile | undefined {
  const { budget, report } = session;
  const expanded = expandDocument(read, budget, report);
  const own = filledIn(expanded, request.scope, session);
  if (!own) return undefined;
  const { resets } = expanded;
  const whole = request.bringIn ? request.bringIn(own, resets) : own;
  const before = base && applyResets(base, resets);
  const merged = before ? mergeDocuments(before, whole, session) : whole;
  return { model: checked(merged, request, session), resets };
}

/** The document with its variables filled in; undefined where it is no mapping. */
function filledIn({ root, document }: Expanded, { environment }: Scope, session: Session): MappingNode | undefined {
  const lookup = lookupIn(environment);
  const { budget, report, unset } = session;
  const filled = interpolate(root, { lookup, budget, report, unset });
  if (filled?.kind === 'mapping') return filled;
  const message = 'A Compose file is a mapping at its top level, with services and the like.';
  report.refuse('SCH003', { document, pointer: '' }, message);
  return undefined;
}

function checked(merged: MappingNode, request: FileRequest, session: Session): MappingNode {
  const { report, stage, budget } = session;
  budget.spend('nodes', sizeOf(merged, budget.nodesLeft), merged.origin);
  const unique = enforceUnicity(merged, report);
  if (stage === 'merged') return mappingOr(unique, merged);
  // Parts that are only extended are checked where they are merged.
  const sound = request.bringIn ? checkSchema(mappingOr(unique, merged), session.schema, report) : unique;
  // The long form may show what the short one hid: two ranges of ports that overlap.
  return mappingOr(enforceUnicity(canonical(sound, session), report), merged);
}

function mappingOr(node: { readonly kind: string }, fallback: MappingNode): MappingNode {
  return node.kind === 'mapping' ? (node as MappingNode) : fallback;
}
