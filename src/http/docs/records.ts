/** Reading the OpenAPI document as what it is: plain objects. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of this name where it is an object, else an empty one. */
export function member(record: JsonRecord, name: string): JsonRecord {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return isRecord(value) ? value : {};
}

export const nameOf = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** What a reference leads to; the record itself where it is none. */
export function resolve(document: JsonRecord, record: JsonRecord): JsonRecord {
  const { $ref } = record;
  if (typeof $ref !== 'string') return record;
  return $ref
    .slice(2)
    .split('/')
    .reduce<JsonRecord>((at, key) => member(at, key), document);
}
