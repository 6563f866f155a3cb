/** Compose files as text to their translation and its proof, and short words about both. */

import { type ConnectionSet, formatConnections } from '../../src/algebra/connection-set.ts';
import { composeProjects } from '../../src/docker/compose.ts';
import type { Project } from '../../src/docker/project.ts';
import { type FileOptions, type ManifestFile, manifestFiles } from '../../src/translate/manifests/files.ts';
import { DEFAULT_TRANSLATE_OPTIONS, type TranslateOptions } from '../../src/translate/options.ts';
import { type Proof, prove } from '../../src/translate/proof/proof.ts';
import { type Translation, translate } from '../../src/translate/translation.ts';
import { UploadedFiles } from '../../src/translate/uploaded.ts';

export interface Translated {
  readonly project: Project;
  readonly options: TranslateOptions;
  readonly translation: Translation;
  readonly files: readonly ManifestFile[];
}

const FILES: FileOptions = { layout: 'services', kustomization: false, folder: '', name: 'proj' };

export interface Given {
  readonly options?: Partial<TranslateOptions>;
  readonly layout?: Partial<FileOptions>;
  /** Files beside the Compose file. */
  readonly beside?: Readonly<Record<string, string>>;
}

export function translated(compose: string, { options = {}, layout = {}, beside = {} }: Given = {}): Translated {
  const texts = { 'compose.yaml': compose, ...beside };
  const sources = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const [found] = composeProjects(sources, { projectName: 'proj', profiles: ['*'] }).projects;
  if (!found?.loaded) throw new Error(found?.findings.map(({ message }) => message).join('\n'));
  const { project } = found.loaded;
  const encoder = new TextEncoder();
  const uploaded = Object.entries(texts).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  const asked = { ...DEFAULT_TRANSLATE_OPTIONS, ...options };
  const translation = translate(project, asked, new UploadedFiles(uploaded, project.folder));
  return { project, options: asked, translation, files: manifestFiles(translation.manifests, { ...FILES, ...layout }) };
}

/** The proof of a translation, or of other files in its place. */
export function proofOf({ project, options, translation, files }: Translated, others = files): Proof {
  return prove({ project, files: others, losses: translation.losses, namespace: translation.namespace, options });
}

/** Every difference in one line, with the losses that explain it; `?` where none does. */
export function linesOf({ differences, names }: Proof): string[] {
  const codes = (losses: readonly { readonly code: string }[]) => losses.map(({ code }) => code).join(' ') || '?';
  const cell = (set: ConnectionSet, unknown: ConnectionSet) =>
    unknown.length === 0 ? formatConnections(set) : `${formatConnections(set)} ? ${formatConnections(unknown)}`;
  return [
    ...differences.map(({ from, to, via, side, docker, kubernetes, losses }) => {
      const about = [via, side].flatMap((word) => (word === undefined ? [] : [` ${word}`])).join('');
      return `${from} -> ${to}${about}: ${cell(docker.allow, docker.unknown)} / ${cell(kubernetes.allow, kubernetes.unknown)}: ${codes(losses)}`;
    }),
    ...names.differences.map(({ from, name, docker, kubernetes, losses }) => {
      return `${from} asks ${name}: ${docker.join(' ')} / ${kubernetes.join(' ')}: ${codes(losses)}`;
    }),
  ];
}

/** The text of one file of a translation. */
export function contentOf({ files }: Translated, path: string): string {
  return files.find((file) => file.path === path)?.content ?? '';
}
