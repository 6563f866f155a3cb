/** What the schema of its kind says of one object, as findings. */

import { type Document, type JsonObject, type Origin, pointerTo } from '../../ingest/document.ts';
import type { Fix } from '../../ingest/edit.ts';
import type { Finding, Resource } from '../../ingest/finding.ts';
import { type CheckOptions, checkObject } from '../../schemas/check.ts';
import { withDefaults } from '../../schemas/defaults.ts';
import type { KnownKind } from '../../schemas/known-kinds.ts';
import type { Keys, Repair, ViolationKind } from '../../schemas/violation.ts';

/** Ids of the catalogue. */
const RULES: Readonly<Record<ViolationKind, string>> = {
  'unknown-key': 'SCH002',
  'missing-key': 'SCH004',
  type: 'SCH003',
  'boolean-text': 'YML003',
  'number-text': 'YML005',
  value: 'SCH003',
  rule: 'SCH010',
};

interface Judged {
  readonly document: Document;
  readonly value: JsonObject;
  readonly resource: Resource;
  readonly known: KnownKind;
}

export function schemaFindings({ document, value, resource, known }: Judged, judges: CheckOptions): Finding[] {
  const whole = known.isCustom ? withDefaults(known.shape, value, judges.effort) : value;
  const violations = checkObject(known.shape, whole as JsonObject, judges);
  return violations.map(({ keys, kind, message, repair }) => {
    const place = { document, pointer: pointerOf(keys) };
    const fix = repair && { fix: fixOf(repair, place) };
    return { rule: RULES[kind], severity: 'error', refused: true, message, place, resource, ...fix };
  });
}

function fixOf(repair: Repair, at: Origin): Fix {
  switch (repair.kind) {
    case 'rename':
      return { title: `Call it ${repair.key}`, safe: false, edits: [{ kind: 'rename', at, key: repair.key }] };
    case 'set':
      return { title: 'Remove the quotes', safe: true, edits: [{ kind: 'set', at, value: repair.value }] };
    case 'quote': {
      const text = '"';
      return {
        title: 'Put it in quotes',
        safe: true,
        edits: [
          { kind: 'before', at, text },
          { kind: 'behind', at, text },
        ],
      };
    }
  }
}

function pointerOf(keys: Keys): string {
  let pointer = '';
  for (const key of keys) pointer = pointerTo(pointer, key);
  return pointer;
}
