/** The traces that network plugins leave in a bundle: an object, the plugin it belongs to, and what its settings decide. */

import type { Document, Origin } from '../../ingest/document.ts';
import { originOf } from '../../ingest/parsed-document.ts';
import { entryOf } from '../../util/ordering.ts';
import { groupOf, readHead, typeOf } from '../object.ts';
import { type Candidate, readCandidate, readContainer } from './agent.ts';
import { configuredTypes } from './configuration.ts';
import type { Judgement } from './judgement.ts';
import { MULTUS, PLUGINS, type Plugin } from './plugins.ts';

export interface Trace extends Judgement {
  readonly plugin: Plugin;
  /** `ConfigMap kube-system/cilium-config`. */
  readonly what: string;
  readonly origin: Origin;
}

/** What the name of an image tells. */
interface ImageTrace {
  readonly plugins: readonly Plugin[];
  readonly multus: boolean;
}

/** Finds traces in documents, which are taken one after another while their values are there. */
export class TraceFinder {
  readonly traces: Trace[] = [];
  multus = false;
  readonly #defaultNamespace: string;
  readonly #owned = new Set<Plugin>();
  readonly #owners = new Map<string, Plugin | null>();
  readonly #images = new Map<string, ImageTrace>();

  constructor(defaultNamespace: string) {
    this.#defaultNamespace = defaultNamespace;
  }

  take(document: Document): void {
    const { apiVersion, kind } = typeOf(document);
    const owner = entryOf(this.#owners, apiVersion, () => ownerOf(groupOf(apiVersion)));
    // One object of a plugin's kinds is as good as ten thousand.
    if (owner && !this.#owned.has(owner)) this.#addKind(document, owner);
    if (apiVersion === 'v1' && kind === 'ConfigMap') this.#addConfigMap(document);
    const candidate = readCandidate(document);
    if (candidate) this.#addAgent(document, candidate);
  }

  #addKind(document: Document, plugin: Plugin): void {
    const { kind, name } = readHead(document, this.#defaultNamespace);
    this.traces.push({ plugin, what: `${kind} ${name}`, origin: originOf(document) });
    this.#owned.add(plugin);
  }

  #addAgent(document: Document, { daemon, images, containers: fields }: Candidate): void {
    const known = images.map((image) => entryOf(this.#images, image, () => traceOf(image)));
    this.multus ||= known.some((image) => image.multus);
    const plugins = PLUGINS.filter(
      (p) => (daemon !== undefined && p.daemons?.test(daemon)) || known.some((image) => image.plugins.includes(p)),
    );
    if (plugins.length === 0) return;
    const { kind, namespace, name } = readHead(document, this.#defaultNamespace);
    const what = `${kind} ${namespace}/${name}`;
    const containers = fields.map(readContainer);
    for (const plugin of plugins) {
      const judgement = containers.length > 0 ? plugin.judge?.(containers) : {};
      this.traces.push({ plugin, what, origin: originOf(document), ...judgement });
    }
  }

  #addConfigMap(document: Document): void {
    const { scope, namespace, name } = readHead(document, this.#defaultNamespace);
    const data = scope.root.at('data').strings();
    const types = configuredTypes(data);
    const what = `ConfigMap ${namespace}/${name}`;
    for (const plugin of PLUGINS) {
      const named = plugin.configMaps?.test(name) ?? false;
      if (!named && !plugin.types?.some((type) => types.includes(type))) continue;
      const judgement = named ? plugin.judgeConfig?.(data) : {};
      this.traces.push({ plugin, what, origin: originOf(document), ...judgement });
    }
  }
}

function ownerOf(group: string): Plugin | null {
  return PLUGINS.find((p) => p.groups?.includes(group)) ?? null;
}

function traceOf(image: string): ImageTrace {
  return { plugins: PLUGINS.filter((p) => p.images?.test(image)), multus: MULTUS.test(image) };
}
