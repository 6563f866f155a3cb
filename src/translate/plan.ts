/** What all parts of one translation share: the project, how its services fall into pods, and how Docker sees it. */

import type { Project } from '../docker/project.ts';
import type { Service } from '../docker/service.ts';
import { type JsonObject, type JsonValue, type Origin, own, pointerTo } from '../ingest/document.ts';
import { Locator } from '../ingest/index.ts';
import { dnsName, dnsNames } from '../util/dns-name.ts';
import { type Loss, Losses } from './losses/loss.ts';
import { ObjectNames } from './manifests/names.ts';
import type { TranslateOptions } from './options.ts';
import { type Unit, unitsOf } from './pods/unit.ts';
import { DockerSide } from './proof/docker-side.ts';
import { type VolumeUse, volumeUses } from './storage/volume-use.ts';
import type { UploadedFiles } from './uploaded.ts';

export interface Plan {
  readonly project: Project;
  readonly options: TranslateOptions;
  readonly files: UploadedFiles;
  readonly namespace: string;
  /** The DNS form of every service's name. */
  readonly names: ReadonlyMap<string, string>;
  readonly units: readonly Unit[];
  readonly docker: DockerSide;
  readonly volumes: ReadonlyMap<string, VolumeUse>;
  readonly objectNames: ObjectNames;
  readonly losses: Losses;
  /** `compose.yaml:12`. */
  at(origin: Origin): string;
}

export function planOf(project: Project, options: TranslateOptions, files: UploadedFiles): Plan {
  const names = dnsNames(project.services.keys());
  const locator = new Locator();
  const known = new Map<string, string>();
  const units = unitsOf(project, options.engine, names);
  return {
    project,
    options,
    files,
    namespace: options.namespace ?? dnsName(project.name, 'project'),
    names,
    units,
    volumes: volumeUses(project, units),
    objectNames: new ObjectNames(),
    docker: new DockerSide(project, options.engine),
    losses: new Losses(),
    at(origin) {
      const { document, pointer } = origin;
      const key = `${document.source.path} ${document.start} ${pointer}`;
      let place = known.get(key);
      if (place === undefined) {
        const { file, line } = locator.locate(origin);
        place = `${file}:${line}`;
        known.set(key, place);
      }
      return place;
    },
  };
}

/** An attribute of a service's definition; undefined where it is not given, or null. */
export function attributeOf({ definition }: { readonly definition: JsonObject }, key: string): JsonValue | undefined {
  return own(definition, key) ?? undefined;
}

/** Where an attribute of a service stands; where it was merged in from elsewhere, the service. */
export function entryAt({ origin }: { readonly origin: Origin }, ...keys: readonly (string | number)[]): Origin {
  return {
    document: origin.document,
    pointer: keys.reduce((pointer: string, key) => pointerTo(pointer, key), origin.pointer),
  };
}

/** Says that an attribute of a service is lost. */
export function lose(
  plan: Plan,
  service: Service,
  loss: Omit<Loss, 'service' | 'origin'> & { readonly origin?: Origin },
): void {
  const [attribute = ''] = loss.attribute.split('.');
  plan.losses.add({ origin: entryAt(service, attribute), ...loss, service: service.name });
}
