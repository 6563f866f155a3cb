/** What a translation, whoever made it, does to a project: judged by the proof on its manifests, with no loss to excuse it. */

import { isEmpty } from '../../src/algebra/connection-set.ts';
import type { Project } from '../../src/docker/project.ts';
import type { ManifestFile } from '../../src/translate/manifests/files.ts';
import { DEFAULT_TRANSLATE_OPTIONS } from '../../src/translate/options.ts';
import { type Difference, gapOf } from '../../src/translate/proof/difference.ts';
import { prove } from '../../src/translate/proof/proof.ts';

export interface Judgement {
  /** Ordered pairs of services that reach more of each other than in Docker, and less. */
  readonly opened: number;
  readonly closed: number;
  /** Published ports that nothing leads to from outside, or that policies shut; services that are open there beyond. */
  readonly unpublished: number;
  readonly exposed: number;
  /** Services without a way out that have one. */
  readonly outward: number;
  /** Names that a service resolves in Docker and that lead nowhere, elsewhere, or to other ports. */
  readonly names: number;
}

export function judge(project: Project, files: readonly ManifestFile[], namespace: string): Judgement {
  const { differences, names } = prove({ project, files, losses: [], namespace, options: DEFAULT_TRANSLATE_OPTIONS });
  const own = differences.filter(({ side }) => side === undefined);
  const isService = (id: string) => !id.startsWith('@');
  const between = own.filter(({ from, to }) => isService(from) && isService(to));
  const inward = own.filter(({ from, to }) => from === '@lan' && isService(to));
  const lost = names.differences.filter(({ docker, ports }) => docker.length > 0 || ports !== undefined);
  return {
    opened: between.filter(isWider).length,
    closed: between.filter(isNarrower).length,
    unpublished: new Set(inward.filter(isNarrower).map(({ to }) => to)).size,
    exposed: inward.filter((difference) => difference.via === undefined && isWider(difference)).length,
    outward: own.filter((difference) => difference.to === '@internet' && isWider(difference)).length,
    names: new Set(lost.map(({ name }) => name)).size,
  };
}

function isWider({ docker, kubernetes }: Difference): boolean {
  const { wider, perhaps } = gapOf(docker, kubernetes);
  return !isEmpty(wider) || !isEmpty(perhaps);
}

function isNarrower({ docker, kubernetes }: Difference): boolean {
  return !isEmpty(gapOf(docker, kubernetes).narrower);
}
