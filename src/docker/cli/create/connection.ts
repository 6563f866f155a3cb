/** `docker network connect` (https://docs.docker.com/reference/cli/docker/network/connect/) to a membership. */

import { defined } from '../../container/defined.ts';
import type { Attachment } from '../../network.ts';
import type { Placed } from '../../placed.ts';
import type { Link } from '../../service.ts';
import type { Word } from '../shell/word.ts';
import { csvFields } from '../values/csv.ts';
import { isUserDefined, setDriverOption } from '../values/network-option.ts';
import { readLinks } from './names.ts';
import { checkAddresses } from './networks.ts';
import { isKnown, placedLast, type Request } from './request.ts';

export interface Connection {
  readonly container: Word;
  readonly attachment: Attachment;
  readonly links: readonly Link[];
}

export function readConnection(request: Request): Connection | undefined {
  const { scope, flags, args } = request;
  const [network, container, ...more] = args;
  if (!network || !container || more.length > 0) {
    scope.refuse('CLI002', more[0], 'docker network connect takes a network and a container');
    return undefined;
  }
  scope.resource = { kind: 'service', name: container.text };
  const name = network.text;
  const aliases = listed(request, 'alias');
  if (name === 'host' || name === 'none') {
    scope.refuse(
      'CLI005',
      network,
      `a container can only be made in the network ${name}: docker run --network ${name}`,
    );
  } else if (!isUserDefined(name) && (aliases.length > 0 || flags.last('ip', 'ip6'))) {
    scope.refuse('CLI005', network, 'the engine’s own network knows no aliases and no chosen addresses');
  }
  const priority = flags.last('gw-priority');
  const origin = scope.originOf(undefined);
  const attachment: Attachment = {
    network: name,
    origin,
    aliases,
    ...defined({
      ipv4_address: placedLast(request, 'ip'),
      ipv6_address: placedLast(request, 'ip6'),
      mac_address: placedLast(request, 'mac-address'),
    }),
    link_local_ips: listed(request, 'link-local-ip'),
    driver_opts: driverOptions(request),
    priority: 0,
    gw_priority: {
      value: priority && isKnown(priority) ? Number(priority.value) : 0,
      origin: priority ? scope.originOf(priority.word) : origin,
    },
  };
  checkAddresses(request, attachment);
  return { container, attachment, links: readLinks(request) };
}

/** The values of a flag that takes several in one word, and may be repeated. */
function listed({ scope, flags }: Request, name: string): Placed<string>[] {
  return flags.all(name).flatMap((flag) => {
    const fields = flag.value === '' ? [] : csvFields(flag.value);
    if (!fields) scope.refuse('CLI004', flag.word, `--${name}: a double quote is out of place`);
    return (fields ?? []).map((value) => ({ value, origin: scope.originOf(flag.word) }));
  });
}

function driverOptions(request: Request): Map<string, Placed<string>> {
  const options = new Map<string, Placed<string>>();
  for (const { value, origin } of listed(request, 'driver-opt')) {
    const own = new Map<string, string>();
    const fault = setDriverOption(own, value);
    if (fault) request.scope.refuse('CLI004', origin, `--${fault}`);
    for (const [key, text] of own) options.set(key, { value: text, origin });
  }
  return options;
}
