/** The fields of a validation. */

import type { Resolvers } from '../../generated/graphql.ts';
import { upper } from '../case.ts';
import { pageOf } from '../connection.ts';

export const validations: Resolvers = {
  ValidationResult: { __resolveType: (result) => ('problems' in result ? 'InputRejected' : 'Validation') },
  Validation: {
    verdict: ({ result }) => upper(result.verdict),
    complete: ({ result }) => result.complete,
    valid: ({ result }) => result.valid,
    summary: ({ result }) => result.summary,
    findings({ result, digest }, asked) {
      const { rule, severity } = asked;
      const list = result.findings
        .filter((finding) => !rule || finding.rule === rule)
        .filter((finding) => !severity || upper(finding.severity) === severity);
      return pageOf(list, { input: digest, field: 'validation', arguments: asked });
    },
  },
  ValidationFinding: {
    severity: ({ severity }) => upper(severity),
    refused: ({ refused }) => refused === true,
  },
};
