/** The traces that network plugins leave in a bundle: an object, the plugin it belongs to, and what its settings decide. */

import type { Document, Origin } from '../../ingest/document.ts';
import { groupOf, readHead, typeOf } from '../object.ts';
import { type Agent, readAgent } from './agent.ts';
import { configuredTypes } from './configuration.ts';
import type { Judgement } from './judgement.ts';
import { MULTUS, PLUGINS, type Plugin } from './plugins.ts';

export interface Trace extends Judgement {
  readonly plugin: Plugin;
  /** `ConfigMap kube-system/cilium-config`. */
  readonly what: string;
  readonly origin: Origin;
}

export interface Traces {
  readonly traces: readonly Trace[];
  readonly multus: boolean;
}

export function findTraces(documents: readonly Document[], defaultNamespace: string): Traces {
  const traces: Trace[] = [];
  const owned = new Set<Plugin>();
  let multus = false;
  for (const document of documents) {
    const { apiVersion, kind } = typeOf(document);
    const group = groupOf(apiVersion);
    const owner = PLUGINS.find((p) => p.groups?.includes(group));
    // One object of a plugin's kinds is as good as ten thousand.
    if (owner && !owned.has(owner)) traces.push(ofKind(document, owner, defaultNamespace));
    if (owner) owned.add(owner);
    if (apiVersion === 'v1' && kind === 'ConfigMap') traces.push(...ofConfigMap(document, defaultNamespace));
    const agent = readAgent(document, defaultNamespace);
    if (!agent) continue;
    traces.push(...ofAgent(agent));
    multus ||= agent.containers.some((c) => MULTUS.test(c.image));
  }
  return { traces, multus };
}

function ofKind(document: Document, plugin: Plugin, defaultNamespace: string): Trace {
  const { kind, name } = readHead(document, defaultNamespace);
  return { plugin, what: `${kind} ${name}`, origin: { document, pointer: '' } };
}

function ofAgent({ what, origin, daemon, containers }: Agent): Trace[] {
  return PLUGINS.filter(
    ({ daemons, images }) =>
      (daemon !== undefined && daemons?.test(daemon)) || (images && containers.some((c) => images.test(c.image))),
  ).map((plugin) => ({ plugin, what, origin, ...(containers.length > 0 ? plugin.judge?.(containers) : {}) }));
}

function ofConfigMap(document: Document, defaultNamespace: string): Trace[] {
  const { scope, namespace, name } = readHead(document, defaultNamespace);
  const data = scope.root.at('data').strings();
  const types = configuredTypes(data);
  const what = `ConfigMap ${namespace}/${name}`;
  return PLUGINS.filter((p) => p.configMaps?.test(name) || p.types?.some((type) => types.includes(type))).map(
    (plugin) => ({
      plugin,
      what,
      origin: { document, pointer: '' },
      ...(plugin.configMaps?.test(name) ? plugin.judgeConfig?.(data) : {}),
    }),
  );
}
