/**
 * Which network plugins a bundle shows, and whether one of them enforces NetworkPolicy. The API server takes policies
 * whether or not anything enforces them
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites).
 */

import type { Origin } from '../../ingest/document.ts';
import { byKeys, pushTo } from '../../util/ordering.ts';
import { type Enforces, type Plugin, REFERENCE_PLUGINS } from './plugins.ts';
import type { Trace, TraceFinder } from './traces.ts';

export interface CniPlugin {
  readonly name: string;
  readonly enforces: Enforces;
  /** Whether pods that no policy selects are isolated too. */
  readonly isolatesAll: boolean;
  /** The object that tells. */
  readonly what: string;
  readonly origin: Origin;
}

export interface CniEvidence {
  /** Sorted by name. */
  readonly plugins: readonly CniPlugin[];
  /** Of all together: one that enforces is enough. Unknown where none is shown. */
  readonly enforces: Enforces;
}

/** What the traces come to that were found. */
export function cniEvidence({ traces, multus }: Pick<TraceFinder, 'traces' | 'multus'>): CniEvidence {
  const byPlugin = new Map<Plugin, Trace[]>();
  for (const trace of traces) pushTo(byPlugin, trace.plugin, trace);
  const parts = [...byPlugin.keys()].flatMap((plugin) => plugin.parts ?? []);
  // Beside Multus they are about further networks of a pod, which NetworkPolicy does not speak of.
  const aside = multus ? [...parts, REFERENCE_PLUGINS] : parts;
  const plugins = [...byPlugin]
    .filter(([plugin]) => !aside.includes(plugin.name))
    .flatMap(([plugin, own]) => conclude(plugin, own) ?? [])
    .sort(byKeys((p) => p.name));
  return { plugins, enforces: overall(plugins) };
}

/** One setting that switches policies off is enough; else one that switches them on. */
function conclude(plugin: Plugin, traces: readonly Trace[]): CniPlugin | undefined {
  const telling = traces.find((t) => t.enforces === 'no') ?? traces.find((t) => t.enforces === 'yes') ?? traces[0];
  if (!telling) return undefined;
  const { what, origin, enforces = plugin.enforces } = telling;
  return { name: plugin.name, enforces, isolatesAll: traces.some((t) => t.isolatesAll), what, origin };
}

function overall(plugins: readonly CniPlugin[]): Enforces {
  const all = plugins.map((p) => p.enforces);
  if (all.includes('yes')) return 'yes';
  return all.length === 0 || all.includes('unknown') ? 'unknown' : 'no';
}
