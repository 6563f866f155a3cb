/** A Compose project as manifests, with the losses and the proof: what `POST /v1/translate` answers. */

import type { AnalysisTranslationArgs, Resolvers } from '../../generated/graphql.ts';
import { optionFaults } from '../../operations/option-faults.ts';
import { translateResult } from '../../operations/translate.ts';
import { translateInput } from '../../operations/translate-options.ts';
import type { TranslateResult } from '../../operations/translate-results.ts';
import { ProblemError } from '../../util/problem.ts';
import { lower, upper } from '../case.ts';
import type { AnalysedBundle } from '../context.ts';
import { given } from '../given.ts';
import { orRejected } from '../rejected.ts';

function translationOf({ analysis }: AnalysedBundle, asked: AnalysisTranslationArgs): TranslateResult {
  const { namespace, expose, volumes, policies, wait, dns, clusterCIDRs, stream, kustomization } = asked;
  const options = given({
    namespace,
    expose: expose && lower(expose),
    volumes: volumes && lower(volumes),
    policies: policies && lower(policies),
    order: wait ? 'wait' : undefined,
    dns,
    clusterCIDRs,
    layout: stream ? 'stream' : undefined,
    kustomization,
  });
  const read = translateInput.safeParse({ ...options, dockerEngine: analysis.options.dockerEngine });
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  return translateResult(analysis, read.data);
}

export const translationAsked = (parent: AnalysedBundle, asked: AnalysisTranslationArgs) =>
  orRejected(() => translationOf(parent, asked));

export const translation: Resolvers = {
  TranslationResult: { __resolveType: (result) => ('problem' in result ? 'QueryRejected' : 'Translation') },
  Translation: { verdict: ({ verdict }) => upper(verdict) },
  Loss: { severity: ({ severity }) => upper(severity) },
  Proof: {
    namesCompared: ({ names }) => names.compared,
    nameDifferences: ({ names }) => names.differences,
  },
  ReachDifference: {
    published: ({ via }) => via === 'published',
    side: ({ side }) => (side === undefined ? null : upper(side)),
  },
};
