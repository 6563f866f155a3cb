/** The networks that the files show, by project and by name, and where to say what they do not show. */

import type { Document } from '../../ingest/document.ts';
import { pushTo } from '../../util/ordering.ts';
import type { Network } from '../network.ts';
import type { InspectedContainer } from './container.ts';
import type { InspectScope } from './field.ts';
import type { InspectedNetwork } from './network.ts';

export class Shown {
  readonly #byProject = new Map<string, Network[]>();
  readonly #byName = new Map<string, Network>();
  readonly #scopes: ReadonlyMap<Document, InspectScope>;

  /** `other`: the name of the project of networks that belong to none. */
  constructor(containers: readonly InspectedContainer[], networks: readonly InspectedNetwork[], other: string) {
    this.#scopes = new Map(containers.map(({ scope }) => [scope.document, scope]));
    for (const { network, project = other, key = network.name, configOnly } of networks) {
      // The networks of the host and of nobody are modes, and nothing joins a template.
      if (configOnly || ['', 'host', 'none'].includes(network.name)) continue;
      pushTo(this.#byProject, project, { ...network, key });
      this.#byName.set(network.name, network);
    }
  }

  get projects(): readonly string[] {
    return [...this.#byProject.keys()];
  }

  /** The networks of a project, by the keys it has for them. */
  ofProject(name: string): readonly Network[] {
    return this.#byProject.get(name) ?? [];
  }

  byName(name: string): Network | undefined {
    return this.#byName.get(name);
  }

  scopeOf(document: Document): InspectScope | undefined {
    return this.#scopes.get(document);
  }
}
