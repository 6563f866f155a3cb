/** What workloads are open to beyond the bundle, in pages. */

import type { AnalysisExposureArgs, Resolvers } from '../../generated/graphql.ts';
import { exposure, exposureResult } from '../../operations/exposure.ts';
import { exposedPeerText } from '../../operations/exposure-answer.ts';
import { findings } from '../../operations/inventory.ts';
import { optionFaults } from '../../operations/option-faults.ts';
import { ProblemError } from '../../util/problem.ts';
import { lower, upper } from '../case.ts';
import { pageOf } from '../connection.ts';
import type { AnalysedBundle, ExposurePage } from '../context.ts';
import { given } from '../given.ts';
import { orRejected } from '../rejected.ts';

async function pageOfRows({ model, digest }: AnalysedBundle, asked: AnalysisExposureArgs): Promise<ExposurePage> {
  const { focus, direction, connection, external } = asked;
  const options = given({ focus, direction: direction && lower(direction), connection, external });
  const read = exposure.input.safeParse(options);
  if (!read.success) throw new ProblemError(optionFaults(read.error));
  const result = exposureResult(model, read.data);
  const identity = { input: digest, field: 'exposure', arguments: asked };
  return {
    ...(await pageOf(result.exposure, identity)),
    // Those of the files come first in every result, and are the analysis' own to tell.
    findings: result.findings.slice(findings(model).length),
    unprotected: result.unprotected,
    identity,
  };
}

export const rowsOf = (parent: AnalysedBundle, asked: AnalysisExposureArgs) =>
  orRejected(() => pageOfRows(parent, asked));

export const exposures: Resolvers = {
  ExposureResult: { __resolveType: (result) => ('problem' in result ? 'QueryRejected' : 'ExposureConnection') },
  ExposureConnection: {
    unprotected({ unprotected, identity }, asked) {
      if (unprotected === undefined) return null;
      const { first: _, after: __, ...filters } = identity.arguments;
      return pageOf(unprotected, { ...identity, field: 'unprotected', arguments: { ...filters, ...asked } });
    },
  },
  Exposure: {
    direction: ({ direction }) => upper(direction),
    named: ({ named = [] }) => named.map(({ name, protocol = null }) => ({ name, protocol })),
  },
  ExposedPeer: {
    scope: ({ scope }) => upper(scope),
    selector: ({ scope, namespaces = 'all', pods = 'all' }) =>
      scope === 'selector'
        ? { namespaces, pods, over: 'pods', text: exposedPeerText({ scope, namespaces, pods }) }
        : null,
    text: exposedPeerText,
  },
  Unprotected: { direction: ({ direction }) => upper(direction) },
};
