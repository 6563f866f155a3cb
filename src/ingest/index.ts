/** The public door of this room: bytes to positioned documents, and places to lines. */

export { isManifestPath } from './archive/entry.ts';
export type { Bundle, BundleFile, SkippedFile } from './bundle.ts';
export { writeBundle } from './bundle-form.ts';
export type { Document, JsonObject, JsonValue, LinePosition, Origin, Source } from './document.ts';
export { headOf, isObject, pointerKeys, pointerTo, valueAt } from './document.ts';
export type { DocumentSink, Kept } from './document-sink.ts';
export type { Edit, Fix, TextEdit } from './edit.ts';
export type { Finding, FindingPlace, Resource, Severity } from './finding.ts';
export { DEFAULT_LIMITS, LIMITS, type Limit, type LimitName, type Limits, setLimits } from './limits.ts';
export { type Location, Locator } from './locator.ts';
export type { Arriving } from './open-body.ts';
export { type ParsedBundle, parseBundle } from './parse-bundle.ts';
export { originOf, type ParsedDocument } from './parsed-document.ts';
export { type Body, readBody, readNamed } from './read-body.ts';
export { type Reception, receiveBody, type Streamed } from './receive-body.ts';
export type { SnapshotSource } from './snapshot.ts';
export { type BySide, SIDES, type SideName, splitPair } from './split-pair.ts';
