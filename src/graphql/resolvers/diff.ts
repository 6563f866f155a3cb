/** The fields of a difference of two bundles. */

import type { Resolvers } from '../../generated/graphql.ts';
import { findings } from '../../operations/inventory.ts';
import type { FindingJson } from '../../operations/results.ts';
import { upper } from '../case.ts';
import { pageOf } from '../connection.ts';
import type { ComparedBundles } from '../context.ts';

/** What neither bundle has to say for itself. What is said of one bundle as a whole begins with its side's name. */
function ofTheComparison({ before, after, result }: ComparedBundles): FindingJson[] {
  const keyOf = ({ message, ...rest }: FindingJson) =>
    JSON.stringify({
      ...rest,
      message: rest.file === undefined ? message.replace(/^(?:before|after): /, '') : message,
    });
  const own = new Set([before, after].flatMap(({ model }) => findings(model)).map(keyOf));
  return result.findings.filter((finding) => !own.has(keyOf(finding)));
}

export const diff: Resolvers = {
  Diff: {
    verdict: ({ result }) => upper(result.verdict),
    complete: ({ result }) => result.complete,
    summary: ({ result }) => result.summary,
    changes({ result, digest }, asked) {
      const { type } = asked;
      const list = type ? result.changes.filter((change) => upper(change.type) === type) : result.changes;
      return pageOf(list, { input: digest, field: 'changes', arguments: asked });
    },
    workloadsAdded: ({ result }) => result.workloads.added,
    workloadsRemoved: ({ result }) => result.workloads.removed,
    findings: ofTheComparison,
  },
  Change: {
    type: ({ type }) => upper(type),
    workload: ({ workload }) => (workload === undefined ? null : upper(workload)),
  },
  Cause: {
    change: ({ change }) => upper(change),
    side: ({ change }) => (change === 'removed' ? 'BEFORE' : 'AFTER'),
  },
};
