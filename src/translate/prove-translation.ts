/** A project translated, written down, and proven on what was written. */

import type { Project } from '../docker/project.ts';
import type { BundleFile } from '../ingest/bundle.ts';
import { type FileOptions, type ManifestFile, manifestFiles } from './manifests/files.ts';
import type { TranslateOptions } from './options.ts';
import { type Proof, prove } from './proof/proof.ts';
import { type Translation, translate } from './translation.ts';
import { UploadedFiles } from './uploaded.ts';

export interface Proven extends Translation {
  readonly project: Project;
  readonly files: readonly ManifestFile[];
  readonly proof: Proof;
}

export interface Asked {
  readonly options: TranslateOptions;
  readonly layout: Omit<FileOptions, 'name'>;
  /** The files that were sent. */
  readonly uploaded: readonly BundleFile[];
}

export function proveTranslation(project: Project, { options, layout, uploaded }: Asked): Proven {
  const translation = translate(project, options, new UploadedFiles(uploaded, project.folder));
  const { namespace, losses, manifests } = translation;
  const files = manifestFiles(manifests, { ...layout, name: namespace });
  return { project, ...translation, files, proof: prove({ project, files, losses, namespace, options }) };
}
