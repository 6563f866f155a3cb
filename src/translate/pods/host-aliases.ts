/**
 * Lines of /etc/hosts (https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/). `host-gateway` is the
 * Docker host, which a cluster has none of.
 */

import { parseAddress } from '../../algebra/cidr.ts';
import type { Origin } from '../../ingest/document.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { from } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { Unit } from './unit.ts';

export function hostAliasesOf(plan: Plan, { root }: Unit): YamlNode[] {
  const byAddress = new Map<string, { readonly names: string[]; readonly origin: Origin }>();
  for (const { host, address, origin } of root.extra_hosts) {
    const plain = address.replace(/^\[(.*)\]$/, '$1');
    if (address === 'host-gateway') {
      const reason = `${host} was the Docker host, and now means nothing: no address of a cluster stands for it.`;
      lose(plan, root, { code: 'L10', attribute: 'extra_hosts', reason, severity: 'warning', origin });
    } else if (!parseAddress(plain)) {
      const reason = `${host} is given no address, so that it is left out.`;
      lose(plan, root, { code: 'L22', attribute: 'extra_hosts', reason, severity: 'warning', origin });
    } else {
      const known = byAddress.get(plain);
      if (known) known.names.push(host);
      else byAddress.set(plain, { names: [host], origin });
    }
  }
  return [...byAddress].map(
    ([ip, { names, origin }]) => from(plan, { ip, hostnames: [...new Set(names)] }, origin) ?? null,
  );
}
