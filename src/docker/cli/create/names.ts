/** What a container is called and what names it knows: host name, links, hosts entries and resolver settings. */

import type { ExtraHost, Link, Names } from '../../service.ts';
import { isAddress, isHostAddress, isSearchDomain, parseHostEntry, parseLink } from '../values/addresses.ts';
import { check, isKnown, isPlain, placedAll, placedLast, type Request } from './request.ts';

/** `hosts`: the name of the flag for hosts entries. */
export function readNames(request: Request, hosts: 'add-host' | 'host'): Omit<Names, 'container_name'> {
  check(request, ['dns'], { meets: isAddress, says: 'a DNS server is given by its address' });
  check(request, ['dns-search'], { meets: isSearchDomain, says: 'this is no domain name' });
  const hostname = placedLast(request, 'hostname');
  const domainname = placedLast(request, 'domainname');
  return {
    ...(hostname ? { hostname } : {}),
    ...(domainname ? { domainname } : {}),
    links: readLinks(request),
    external_links: [],
    extra_hosts: readHosts(request, hosts),
    dns: placedAll(request, 'dns'),
    dns_search: placedAll(request, 'dns-search'),
    dns_opt: placedAll(request, 'dns-option', 'dns-opt'),
  };
}

/** `service` is the name of the container; whether it is one of these files is seen when all are read. */
export function readLinks({ scope, flags }: Request): Link[] {
  return flags.all('link').flatMap((flag) => {
    const link = parseLink(flag.value);
    if (link) return [{ ...link, origin: scope.originOf(flag.word) }];
    scope.refuse('CLI004', flag.word, '--link takes a container, as name or name:alias');
    return [];
  });
}

function readHosts({ scope, flags }: Request, name: string): ExtraHost[] {
  return flags.all(name).flatMap((flag) => {
    const entry = parseHostEntry(flag.value);
    const isRight = entry !== undefined && (!isPlain(entry.address) || isHostAddress(entry.address));
    if (isRight) return [{ ...entry, origin: scope.originOf(flag.word) }];
    if (isKnown(flag)) scope.refuse('CLI004', flag.word, `--${name} takes host:address, or host:host-gateway`);
    return [];
  });
}
