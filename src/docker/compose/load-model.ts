/** Loads a set of Compose files, one over the other, to one model: the files of a project, or of an included one. */

import type { Source } from '../../ingest/document.ts';
import { checkModel } from './checks.ts';
import { setDefaults } from './defaults.ts';
import { applyExtends } from './extends.ts';
import { applyInclude } from './include.ts';
import { loadFile } from './load-file.ts';
import type { MappingNode, Node } from './node.ts';
import { resolveEnvironment } from './resolve-environment.ts';
import { rewritePaths } from './rewrite-paths.ts';
import type { Scope, Session } from './session.ts';

export interface ModelRequest {
  readonly sources: readonly Source[];
  readonly scope: Scope;
  /** The files that led here by `include`. */
  readonly trail: readonly Source[];
}

/** Undefined where no document of the files could be read. */
export function loadModel({ sources, scope, trail }: ModelRequest, session: Session): MappingNode | undefined {
  let model: MappingNode | undefined;
  for (const source of sources) {
    const context = {
      session,
      scope,
      trail: [...trail, source],
      load: (included: readonly Source[], inner: Scope, led: readonly Source[]) =>
        loadModel({ sources: included, scope: inner, trail: led }, session),
    };
    const request = {
      source,
      scope,
      bringIn: (own: MappingNode, resets: readonly (readonly string[])[]) => {
        const included = applyInclude(own, resets, context);
        return applyExtends(included, { resets, source, session, scope });
      },
    };
    model = loadFile(model, request, session)?.model;
  }
  if (!model || session.stage === 'merged') return model;
  const complete = setDefaults(model);
  checkModel(complete, session.report);
  const rewritten: Node = rewritePaths(complete, scope.relative);
  return rewritten.kind === 'mapping' ? resolveEnvironment(rewritten, scope.environment) : model;
}
