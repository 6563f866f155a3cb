/** Leaves out the networks, volumes, configs, secrets and models that no service uses, as Compose does without a word. */

import { at, entriesOf, itemsOf, type MappingNode, mapping, type Node, stringOf, withEntry } from './node.ts';

type Section = 'networks' | 'volumes' | 'configs' | 'secrets' | 'models';
const SECTIONS: readonly Section[] = ['networks', 'volumes', 'configs', 'secrets', 'models'];

export function onlyNecessary(model: MappingNode, services: Iterable<Node>): MappingNode {
  const used = usedBy(services);
  return SECTIONS.reduce((whole, section) => {
    const entries = at(whole, section);
    if (!entries) return whole;
    const kept = [...entriesOf(entries)].filter(([key]) => used[section].has(key) || key.startsWith('x-'));
    return withEntry(whole, section, kept.length === 0 ? undefined : mapping(entries.origin, kept));
  }, model);
}

/** The keys that services name, by section. */
export function usedBy(services: Iterable<Node>): Readonly<Record<Section, ReadonlySet<string>>> {
  const used = {
    networks: new Set<string>(),
    volumes: new Set<string>(),
    configs: new Set<string>(),
    secrets: new Set<string>(),
    models: new Set<string>(),
  };
  const add = (section: Section, key: string | undefined): void => {
    if (key !== undefined) used[section].add(key);
  };
  for (const service of services) {
    for (const key of entriesOf(at(service, 'networks')).keys()) add('networks', key);
    for (const key of entriesOf(at(service, 'models')).keys()) add('models', key);
    for (const volume of itemsOf(at(service, 'volumes'))) {
      if (stringOf(at(volume, 'type')) === 'volume') add('volumes', stringOf(at(volume, 'source')));
    }
    for (const config of itemsOf(at(service, 'configs'))) add('configs', stringOf(at(config, 'source')));
    const secrets = [...itemsOf(at(service, 'secrets')), ...itemsOf(at(at(service, 'build'), 'secrets'))];
    for (const secret of secrets) add('secrets', stringOf(at(secret, 'source')));
  }
  return used;
}
