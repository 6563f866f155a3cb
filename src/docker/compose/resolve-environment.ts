/**
 * Variables that a file only names: `environment: [TOKEN]` of a service takes the value of the project's own variable,
 * and so does a config that is made of one.
 */

import { at, list, type MappingNode, mapChildren, type Node, stringOf, text, withEntry } from './node.ts';
import type { Environment } from './session.ts';

export function resolveEnvironment(model: MappingNode, environment: Environment): MappingNode {
  const services = mapSection(model, 'services', (service) => {
    const own = at(service, 'environment');
    if (own?.kind !== 'list') return service;
    const items = own.items.map((item) => resolved(item, environment));
    return withEntry(service, 'environment', list(own.origin, items));
  });
  return mapSection(services, 'configs', (config) => {
    const variable = at(config, 'environment');
    const value = environment.get(stringOf(variable) ?? '');
    return variable && value !== undefined ? withEntry(config, 'content', text(variable.origin, value, true)) : config;
  });
}

/** What a config was given as: the value of its variable is not shown beside the variable. */
export function withoutValues(model: MappingNode): MappingNode {
  return mapSection(model, 'configs', (config) => {
    const [variable, content] = [at(config, 'environment'), at(config, 'content')];
    return variable && variable.origin === content?.origin ? withEntry(config, 'content', undefined) : config;
  });
}

function mapSection(model: MappingNode, key: string, change: (entry: MappingNode) => MappingNode): MappingNode {
  const section = at(model, key);
  if (section?.kind !== 'mapping') return model;
  return withEntry(
    model,
    key,
    mapChildren(section, (entry) => (entry.kind === 'mapping' ? change(entry) : entry)),
  );
}

function resolved(item: Node, environment: Environment): Node {
  const name = stringOf(item);
  const value = name === undefined ? undefined : environment.get(name);
  return value === undefined ? item : text(item.origin, `${name}=${value}`, true);
}
