/**
 * The pods of a bundle by namespace and label. What a selector selects is looked up by its rarest label and kept, so
 * that rules may ask for the same selector as often as they like.
 */

import type { Texts } from '../../kubernetes/texts.ts';
import { entryOf, pushTo } from '../../util/ordering.ts';
import type { LintObject } from './lint-object.ts';
import { PodSelection } from './pod-selection.ts';
import { type PodTemplate, podTemplate } from './pod-template.ts';
import { meetsAll, type Requirement, requirementsOf, requirementsText } from './requirements.ts';

interface NamespacePods {
  readonly all: PodTemplate[];
  /** By `key=value`; those with a hidden value by `key`. */
  readonly byLabel: Map<string, PodTemplate[]>;
}

export class PodIndex {
  /** One for each workload, in the order of their documents; what an object of the bundle owns stands behind it. */
  readonly templates: readonly PodTemplate[];
  readonly #namespaces = new Map<string, NamespacePods>();
  readonly #selections = new Map<string, PodSelection>();

  constructor(objects: readonly LintObject[]) {
    const all = objects.flatMap((object) => podTemplate(object) ?? []);
    const ids = new Set(all.map(({ object }) => object.id));
    this.templates = all.filter(
      ({ owner, namespace }) => !owner || !ids.has(`${namespace}/${owner.name}[${owner.kind}]`),
    );
    for (const pod of this.templates) this.#add(pod);
  }

  /** The namespaces that have pods. */
  get namespaces(): Iterable<string> {
    return this.#namespaces.keys();
  }

  in(namespace: string): readonly PodTemplate[] {
    return this.#namespaces.get(namespace)?.all ?? [];
  }

  /** What requirements select in one namespace; no requirement selects all of it. */
  select(namespace: string, requirements: readonly Requirement[]): PodSelection {
    const key = `${namespace} ${requirementsText(requirements)}`;
    return entryOf(this.#selections, key, () => new PodSelection(this.#matching(namespace, requirements)));
  }

  /** What a map selector selects; an empty one selects nothing, as of a Service. */
  selectByLabels(namespace: string, labels: Texts): PodSelection {
    return labels.size === 0 ? NOTHING : this.select(namespace, requirementsOf(labels));
  }

  /** The same in several namespaces; `key` tells their set from others. */
  selectAcross(key: string, namespaces: readonly string[], requirements: readonly Requirement[]): PodSelection {
    const text = `${key} ${requirementsText(requirements)}`;
    return entryOf(this.#selections, text, () => {
      return new PodSelection(namespaces.flatMap((namespace) => this.#matching(namespace, requirements)));
    });
  }

  /** What several selections hold together. */
  together(selections: readonly PodSelection[]): PodSelection {
    return new PodSelection([...new Set(selections.flatMap(({ pods }) => pods))]);
  }

  #add(pod: PodTemplate): void {
    const space = entryOf(this.#namespaces, pod.namespace, () => ({ all: [], byLabel: new Map() }));
    space.all.push(pod);
    for (const [key, value] of pod.labels) pushTo(space.byLabel, value === null ? key : `${key}=${value}`, pod);
  }

  #matching(namespace: string, requirements: readonly Requirement[]): PodTemplate[] {
    const space = this.#namespaces.get(namespace);
    if (!space) return [];
    const candidates = requirements
      .flatMap((requirement) => candidatesOf(space, requirement) ?? [])
      .reduce((least: readonly PodTemplate[], list) => (list.length < least.length ? list : least), space.all);
    return candidates.filter(({ labels }) => meetsAll(labels, requirements));
  }
}

const NOTHING: PodSelection = new PodSelection([]);

/** Who may meet a requirement for one value, in a list of one; undefined where the index does not tell. */
function candidatesOf({ byLabel }: NamespacePods, { key, operator, values }: Requirement): [PodTemplate[]] | undefined {
  const [value, ...more] = values;
  if (operator !== 'In' || value === undefined || more.length > 0) return undefined;
  const hidden = byLabel.get(key) ?? [];
  const shown = byLabel.get(`${key}=${value}`) ?? [];
  return [hidden.length === 0 ? shown : [...shown, ...hidden]];
}
