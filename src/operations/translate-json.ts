/** Losses and proofs in the contract's shape. */

import { isEmpty } from '../algebra/connection-set.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { LOSSES } from '../translate/losses/catalogue.ts';
import type { Loss } from '../translate/losses/loss.ts';
import type { Difference, NameDifference } from '../translate/proof/difference.ts';
import type { Proven } from '../translate/prove-translation.ts';
import { compareText } from '../util/ordering.ts';
import { connectionJson } from './connection-json.ts';
import type { LossJson, NameDifferenceJson, ReachDifferenceJson } from './translate-results.ts';

/** What names of one of several projects begin with; '' where there is one. */
export type Prefix = string;

export function lossJson(
  analysis: Analysis,
  { code, service, attribute, reason, severity, origin }: Loss,
  prefix: Prefix,
): LossJson {
  const { file, line } = analysis.locate(origin);
  const { title, advice } = LOSSES[code];
  return {
    code,
    title,
    ...(service === undefined ? {} : { service: `${prefix}${service}` }),
    attribute,
    reason,
    advice,
    severity,
    file,
    line,
  };
}

export function differenceJson(
  { from, to, via, side, docker, kubernetes, losses }: Difference,
  prefix: Prefix,
): ReachDifferenceJson {
  const unknown = {
    ...(isEmpty(docker.unknown) ? {} : { compose: connectionJson(docker.unknown) }),
    ...(isEmpty(kubernetes.unknown) ? {} : { kubernetes: connectionJson(kubernetes.unknown) }),
  };
  return {
    from: named(from, prefix),
    to: named(to, prefix),
    ...(via === undefined ? {} : { via }),
    ...(side === undefined ? {} : { side }),
    compose: connectionJson(docker.allow),
    kubernetes: connectionJson(kubernetes.allow),
    ...(Object.keys(unknown).length > 0 ? { unknown } : {}),
    ...explained(losses),
  };
}

export function nameDifferenceJson(
  { from, name, docker, kubernetes, losses }: NameDifference,
  prefix: Prefix,
): NameDifferenceJson {
  return {
    from: named(from, prefix),
    name,
    compose: docker.map((service) => named(service, prefix)),
    kubernetes: kubernetes.map((service) => named(service, prefix)),
    ...explained(losses),
  };
}

function explained(losses: readonly Loss[]): { losses: string[]; reason?: string } {
  const codes = [...new Set(losses.map(({ code }) => code))].sort(compareText);
  const reasons = [...new Set(losses.map(({ reason }) => reason))].join(' ');
  return reasons === '' ? { losses: codes } : { losses: codes, reason: reasons };
}

function named(id: string, prefix: Prefix): string {
  return id.startsWith('@') ? id : `${prefix}${id}`;
}

/** What the proofs take for granted, as sentences. */
export function settingsOf(proven: readonly Proven[], assumptions: readonly string[]): string[] {
  return [
    'The network plugin enforces NetworkPolicy (enforcement=enforced), and a block of addresses also means pods whose address is shown (ipBlockPods=match).',
    'Everything is compared over ports 1 to 65535 of TCP, UDP and SCTP, and every other protocol, as if each service had two containers.',
    'Names that no file writes are not compared, such as those that Compose gives containers.',
    ...(proven.length > 1
      ? ['Each project is compared by itself; what services of two projects reach of each other is not.']
      : []),
    ...assumptions,
  ];
}
