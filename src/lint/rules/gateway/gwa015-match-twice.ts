/** GWA015: two routes that match the same requests. */

import { isObject, type JsonValue } from '../../../ingest/document.ts';
import { canonicalJson } from '../../../util/canonical-json.ts';
import type { LintObject } from '../../context/lint-object.ts';
import { routesOf } from '../../context/route-view.ts';
import type { KubernetesRule } from '../../rule.ts';
import { EDGE, route, WEB } from './examples.ts';

const second = (path: string) =>
  `---\n${route({ rules: `    - matches: [{path: {value: ${path}}}]\n      backendRefs: [{name: web, port: 80}]` }).replace('name: web,', 'name: shop,')}`;
const first = route({ rules: '    - matches: [{path: {value: /}}]\n      backendRefs: [{name: web, port: 80}]' });

export const matchTwice: KubernetesRule = {
  id: 'GWA015',
  model: 'kubernetes',
  severity: 'warning',
  title: 'Two routes match the same requests',
  why: 'The older of the two gets them all, and the other none: a new installation of the same files may behave otherwise.',
  fix: 'Remove one of the two, or give them different host names or matches.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule'],
  bad: [{ line: 20, text: first + second('/') + WEB + EDGE }],
  good: [first + second('/shop') + WEB + EDGE],
  check(context, report) {
    const known = new Map<string, LintObject>();
    for (const object of routesOf(context).filter(({ kind }) => kind === 'HTTPRoute')) {
      const parents = object.spec.itemsAt('parentRefs').map(({ value }) => canonicalJson(value ?? null));
      const hostnames = object.spec.itemsAt('hostnames').map((host) => host.string() ?? '');
      for (const rule of object.spec.itemsAt('rules')) {
        for (const match of rule.itemsAt('matches')) {
          const keys = keysOf(parents, hostnames, match.value ?? null).map((key) => `${object.namespace} ${key}`);
          const other = keys.map((key) => known.get(key)).find((found) => found !== undefined);
          if (other && other.id !== object.id) {
            report(match, `HTTPRoute ${other.name} matches the same requests already. Remove one of the two.`);
          }
          for (const key of keys) if (!known.has(key)) known.set(key, object);
        }
      }
    }
  },
};

/** One for each parent and host name. */
function keysOf(parents: readonly string[], hostnames: readonly string[], match: JsonValue): string[] {
  const hosts = hostnames.length > 0 ? hostnames : [''];
  return parents.flatMap((parent) => hosts.map((host) => `${parent} ${host} ${canonicalJson(withDefaults(match))}`));
}

/** A match by prefix is what is meant where no type is written. */
function withDefaults(match: JsonValue): JsonValue {
  const path = isObject(match) ? match['path'] : undefined;
  return isObject(match) && isObject(path) ? { ...match, path: { type: 'PathPrefix', ...path } } : match;
}
