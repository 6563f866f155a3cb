/** The fields of an analysis: each asks the operation that answers it over REST, so both always say the same. */

import type { Model } from '../../analysis/model.ts';
import type { Resolvers } from '../../generated/graphql.ts';
import { entryPointJson, entryPoints } from '../../operations/entry-point-json.ts';
import { findings, workloads } from '../../operations/inventory.ts';
import { namesResult } from '../../operations/names.ts';
import { policiesInForce, policiesJson } from '../../operations/policy-json.ts';
import { services, servicesJson } from '../../operations/service-json.ts';
import { upper } from '../case.ts';
import { pageOf, writtenPage } from '../connection.ts';
import type { AnalysedBundle } from '../context.ts';
import { rowsOf } from './exposure.ts';
import { pathOf } from './path.ts';
import { pairsOf } from './reachability.ts';
import { translationAsked } from './translation.ts';

/** The same bundle by another of its models, whose cursors are its own. */
function partOf(parent: AnalysedBundle, model: Model): AnalysedBundle {
  return model === parent.model ? parent : { ...parent, model, digest: `${parent.digest} ${model.kind}` };
}

export const analysis: Resolvers = {
  Analysis: {
    complete: ({ model }) => model.complete,
    verdict: ({ model }) => upper(model.verdict),
    model: ({ model }) => upper(model.kind),
    models: (parent) => parent.analysis.models().map((model) => partOf(parent, model)),
    assumptions: ({ model }) => [...model.assumptions()],
    summary: ({ model }) => ({
      ...model.size(),
      refused: model.refused,
      otherKinds: [...model.otherKinds()].map(([kind, count]) => ({ kind, count })),
    }),
    workloads({ model, digest }, asked) {
      const all = workloads(model);
      const list = asked.namespace ? all.filter((workload) => workload.namespace === asked.namespace) : all;
      return pageOf(list, { input: digest, field: 'workloads', arguments: asked });
    },
    policies({ analysis, model, digest }, asked) {
      const identity = { input: digest, field: 'policies', arguments: asked };
      return writtenPage(model === analysis ? policiesInForce(analysis) : [], identity, (page) =>
        policiesJson(analysis, page),
      );
    },
    services({ analysis, model, digest }, asked) {
      const identity = { input: digest, field: 'services', arguments: asked };
      const all = model === analysis ? services(analysis) : [];
      const list = asked.namespace ? all.filter((service) => service.namespace === asked.namespace) : all;
      return writtenPage(list, identity, (page) => servicesJson(analysis, page));
    },
    entryPoints({ analysis, model, digest }, asked) {
      const identity = { input: digest, field: 'entryPoints', arguments: asked };
      return writtenPage(model === analysis ? entryPoints(analysis) : [], identity, (page) =>
        page.map((e) => entryPointJson(analysis, e)),
      );
    },
    names({ model, digest }, asked) {
      return pageOf([...namesResult(model).names], { input: digest, field: 'names', arguments: asked });
    },
    exposure: rowsOf,
    reachability: pairsOf,
    path: pathOf,
    translation: translationAsked,
    findings({ model, digest }, asked) {
      const { rule, severity } = asked;
      const list = findings(model)
        .filter((finding) => !rule || finding.rule === rule)
        .filter((finding) => !severity || upper(finding.severity) === severity);
      return pageOf(list, { input: digest, field: 'findings', arguments: asked });
    },
  },
};
