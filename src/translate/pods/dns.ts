/**
 * How a pod resolves names (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy).
 * Docker's servers for a container are those that its embedded server asks; here they are asked beside cluster DNS.
 */

import { parseAddress } from '../../algebra/cidr.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { filled, from } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from './unit.ts';

/** Most that the API server takes. */
const MOST_SERVERS = 3;
const MOST_DOMAINS = 32;

export function dnsOf(plan: Plan, { space, root }: Unit): YamlMapping {
  if (space.kind === 'none') {
    // A policy of None needs a server; this one never answers.
    return { dnsPolicy: from(plan, 'None', space.origin), dnsConfig: { nameservers: ['127.0.0.1'] } };
  }
  const servers = root.dns.filter(({ value }) => parseAddress(value) !== undefined).slice(0, MOST_SERVERS - 1);
  for (const { value, origin } of root.dns.filter((server) => !servers.includes(server))) {
    const reason = `${value.slice(0, 60)} is not asked: a pod asks cluster DNS and two more addresses at most.`;
    lose(plan, root, { code: 'L22', attribute: 'dns', reason, severity: 'warning', origin });
  }
  const searches = root.dns_search.filter(({ value }) => value !== '.').slice(0, MOST_DOMAINS);
  const config = {
    nameservers: filled(servers.map(({ value, origin }) => from(plan, value, origin) ?? null)),
    searches: filled(searches.map(({ value, origin }) => from(plan, value, origin) ?? null)),
    options: filled(root.dns_opt.map(({ value, origin }) => from(plan, optionOf(value), origin) ?? null)),
  };
  return {
    dnsPolicy: space.kind === 'host' ? from(plan, 'ClusterFirstWithHostNet', space.origin) : undefined,
    dnsConfig: filled(config),
  };
}

/** `ndots:2` is a name and a value. */
function optionOf(text: string): YamlNode {
  const [name = '', value] = text.split(':');
  return { name, value };
}
