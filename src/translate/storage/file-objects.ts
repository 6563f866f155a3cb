/**
 * Files that were sent with a project, as ConfigMaps and Secrets
 * (https://kubernetes.io/docs/concepts/configuration/configmap/): text as it is, everything else in base64.
 */

import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import type { UploadedFile } from '../uploaded.ts';

/** What the API server takes at most, of all keys together. */
export const LARGEST_OBJECT = 1_000_000;

export type FileKind = 'ConfigMap' | 'Secret';

/** Keys of the object, and the paths below the mount that they stand for. */
export function fileKeys(files: readonly UploadedFile[]): { readonly key: string; readonly path: string }[] {
  const taken = new Set<string>();
  return files.map(({ name }) => {
    const plain = name.replace(/[^-._a-zA-Z0-9]/g, '_').slice(-240);
    let key = plain;
    for (let count = 2; taken.has(key); count++) key = `${count}-${plain}`;
    taken.add(key);
    return { key, path: name };
  });
}

export function sizeOf(files: readonly UploadedFile[]): number {
  return files.reduce((sum, { bytes, name }) => sum + bytes.length + name.length, 0);
}

/** A private key is a secret, wherever it is mounted. */
export function kindOf(files: readonly UploadedFile[]): FileKind {
  return files.some(({ bytes }) => textIn(bytes)?.includes('PRIVATE KEY-----')) ? 'Secret' : 'ConfigMap';
}

/** The fields that hold the files. */
export function fileData(kind: FileKind, files: readonly UploadedFile[]): YamlMapping {
  const keys = fileKeys(files);
  const texts = new Map<string, YamlNode>();
  const others = new Map<string, YamlNode>();
  for (const [index, { bytes }] of files.entries()) {
    const key = keys[index]?.key ?? '';
    const text = textIn(bytes);
    if (text === undefined) others.set(key, base64(bytes));
    else texts.set(key, text);
  }
  const [plain, encoded] = kind === 'ConfigMap' ? ['data', 'binaryData'] : ['stringData', 'data'];
  return {
    [plain]: texts.size > 0 ? texts : undefined,
    [encoded]: others.size > 0 ? others : undefined,
  };
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
