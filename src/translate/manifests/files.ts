/**
 * Manifests as files: one per service and one for each thing that the project has in common, called so that
 * `kubectl apply -f` of the folder takes them in order; or all of them as one stream.
 */

import { writeYaml } from '../../util/yaml-writer.ts';
import type { Manifest, Part } from './manifest.ts';

export interface ManifestFile {
  readonly path: string;
  readonly content: string;
}

export interface FileOptions {
  readonly layout: 'services' | 'stream';
  /** Also the file that `kubectl apply -k` reads; it is no object of a cluster. */
  readonly kustomization: boolean;
  /** A folder that all paths begin with; '' for none. */
  readonly folder: string;
  /** The name of a stream's file. */
  readonly name: string;
}

export function manifestFiles(manifests: readonly Manifest[], options: FileOptions): ManifestFile[] {
  const { layout, kustomization, folder, name } = options;
  const byPath = new Map<string, string[]>();
  for (const manifest of manifests) {
    const path = layout === 'stream' ? `${name}.yaml` : pathOf(manifest.part);
    const texts = byPath.get(path) ?? [];
    byPath.set(path, [...texts, writeYaml(manifest.object, manifest.head ?? [])]);
  }
  const files = [...byPath].map(([path, texts]) => ({ path, content: texts.join('---\n') }));
  const resources = files.map(({ path }) => path);
  const listed = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
  const all = kustomization ? [...files, { path: 'kustomization.yaml', content: writeYaml(listed) }] : files;
  return folder === '' ? all : all.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
}

/** Digits come before letters. */
const COMMON: Readonly<Record<Extract<Part, string>, string>> = {
  namespace: '00-namespace.yaml',
  policies: '10-policies.yaml',
  storage: '20-storage.yaml',
};

function pathOf(part: Part): string {
  return typeof part === 'string' ? COMMON[part] : `${part.service}.yaml`;
}
