/**
 * Configs and secrets (https://docs.docker.com/reference/compose-file/configs/): a ConfigMap or a Secret each, mounted
 * as the one file that Docker mounts. What was not sent is called by its name and has to be made.
 */

import type { Resource } from '../../docker/project.ts';
import type { Grant, Service } from '../../docker/service.ts';
import { own } from '../../ingest/document.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { textOf } from '../container/quantity.ts';
import { from, type Manifest, metadata } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { PodDraft } from '../pods/draft.ts';
import type { UploadedFile } from '../uploaded.ts';
import { type FileKind, fileData, fileKeys, LARGEST_OBJECT, sizeOf } from './file-objects.ts';
import { volumeName } from './mounting.ts';

const SECTIONS = { configs: 'ConfigMap', secrets: 'Secret' } as const;
type Section = keyof typeof SECTIONS;

export function grantMounts(plan: Plan, draft: PodDraft, service: Service): YamlNode[] {
  return (['configs', 'secrets'] as const).flatMap((section) =>
    service[section].map((grant) => grantMount(plan, draft, { service, section, grant })),
  );
}

interface Granted {
  readonly service: Service;
  readonly section: Section;
  readonly grant: Grant;
}

function grantMount(plan: Plan, draft: PodDraft, { service, section, grant }: Granted): YamlNode {
  const resource = plan.project[section].get(grant.source);
  const kind = SECTIONS[section];
  const name = resource ? objectName(plan, kind, resource) : grant.source;
  const key = resource ? keyOf(plan, resource) : grant.source;
  const mode = modeOf(textOf(own(grant.definition, 'mode')));
  if (own(grant.definition, 'uid') !== undefined || own(grant.definition, 'gid') !== undefined) {
    const reason = `The file ${grant.source} belongs to root: who owns it cannot be said in Kubernetes.`;
    lose(plan, service, { code: 'L22', attribute: section, reason, severity: 'info', origin: grant.origin });
  }
  if (resource && !resource.external && !contentOf(plan, resource)) {
    const noun = section === 'configs' ? 'config' : 'secret';
    const reason = `The content of the ${noun} ${grant.source} was not sent. Make the ${kind} ${name} with the key ${key} before the pod can start.`;
    lose(plan, service, { code: 'L25', attribute: section, reason, severity: 'warning', origin: grant.origin });
  }
  const volume = volumeName(section === 'configs' ? 'config' : 'secret', mode === undefined ? name : `${name}-${mode}`);
  draft.volume(
    volume,
    kind === 'Secret'
      ? { secret: { secretName: name, defaultMode: mode } }
      : { configMap: { name, defaultMode: mode } },
  );
  const entry = { name: volume, mountPath: targetOf(section, grant), subPath: key, readOnly: true };
  return from(plan, entry, grant.origin) ?? null;
}

/** Secrets lie in /run/secrets unless they say otherwise, configs at the top. */
function targetOf(section: Section, { target, source }: Grant): string {
  const path = target ?? source;
  if (path.startsWith('/')) return path;
  return section === 'secrets' ? `/run/secrets/${path}` : `/${path}`;
}

/** The loader writes `0440`; Kubernetes takes a number. */
function modeOf(text: string): number | undefined {
  if (!/^0?o?[0-7]{3,4}$/.test(text)) return undefined;
  return Number.parseInt(text.replace('o', ''), 8);
}

function objectName({ objectNames }: Plan, kind: FileKind, { external, name, key }: Resource): string {
  return objectNames.of(kind, external ? name : key);
}

function keyOf(plan: Plan, resource: Resource): string {
  const content = contentOf(plan, resource);
  const path = textOf(own(resource.definition, 'file'));
  const name = content?.name ?? (path.slice(path.lastIndexOf('/') + 1) || resource.key);
  return fileKeys([{ name, bytes: new Uint8Array() }])[0]?.key ?? resource.key;
}

function contentOf(plan: Plan, { definition, key }: Resource): UploadedFile | undefined {
  const content = own(definition, 'content');
  if (typeof content === 'string') return { name: key, bytes: new TextEncoder().encode(content) };
  const file = plan.files.file(textOf(own(definition, 'file')));
  return file && sizeOf([file]) <= LARGEST_OBJECT ? file : undefined;
}

/** The objects of the configs and secrets that services use and whose content is there. */
export function grantObjects(plan: Plan): Manifest[] {
  return (['configs', 'secrets'] as const).flatMap((section) => {
    const used = new Set(
      [...plan.project.services.values()].flatMap((each) => each[section].map(({ source }) => source)),
    );
    return [...plan.project[section].values()].flatMap((resource): Manifest[] => {
      const content = resource.external || !used.has(resource.key) ? undefined : contentOf(plan, resource);
      if (!content) return [];
      const kind = SECTIONS[section];
      const noun = section === 'configs' ? 'config' : 'secret';
      const object = {
        apiVersion: 'v1',
        kind,
        metadata: from(plan, metadata(plan, objectName(plan, kind, resource)), resource.origin),
        ...(kind === 'Secret' ? { type: 'Opaque' } : {}),
        ...fileData(kind, [content]),
      };
      return [{ part: 'storage', head: [`The ${noun} ${resource.key}.`], object }];
    });
  });
}
