/** `docker service create` (https://docs.docker.com/reference/cli/docker/service/create/) to a service of a swarm. */

import type { JsonObject } from '../../../ingest/document.ts';
import { blankService } from '../../container/blank-service.ts';
import type { Attachment } from '../../network.ts';
import type { Service } from '../../service.ts';
import { imageStem } from '../values/image-name.ts';
import { isUserDefined, type NetworkOption, parseNetworkOption } from '../values/network-option.ts';
import { readMounts } from './mounts.ts';
import { readNames } from './names.ts';
import { readPrivileges } from './privileges.ts';
import { readProcess } from './process.ts';
import { checkLast, isKnown, type Request } from './request.ts';
import { readSwarmPorts } from './swarm-ports.ts';

const MODES: readonly string[] = ['replicated', 'global', 'replicated-job', 'global-job'];

/** The service, whose name is not yet made distinct where it was not given. */
export function readSwarmService(request: Request): Service {
  const { scope, flags, args } = request;
  const given = flags.last('name');
  const name = given && given.value !== '' ? given.value : imageStem(args[0]?.text ?? '');
  scope.resource = { kind: 'service', name };
  if (given && isKnown(given) && given.value !== '' && !/^[a-zA-Z0-9](?:[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9])?$/.test(name)) {
    scope.refuse('CLI002', given.word, 'names of services are 63 or fewer letters, digits, - and _');
  }
  const ports = readSwarmPorts(request);
  const deploy = readDeploy(
    request,
    ports.some(({ mode }) => mode === 'ingress'),
  );
  return {
    ...blankService(name, scope.originOf(undefined)),
    made_by: 'docker service create',
    ...readNames(request, 'host'),
    ...readNetworks(request),
    ports,
    ...readProcess(request),
    ...readPrivileges(request),
    volumes: readMounts(request),
    replicas: typeof deploy['replicas'] === 'number' ? deploy['replicas'] : 1,
    deploy,
  };
}

function readDeploy(request: Request, hasIngress: boolean): JsonObject {
  const { scope, flags } = request;
  checkLast(request, 'mode', { meets: (value) => MODES.includes(value), says: `it is ${MODES.join(', ')}` });
  checkLast(request, 'endpoint-mode', { meets: (value) => /^(?:vip|dnsrr)$/i.test(value), says: 'it is vip or dnsrr' });
  const mode = flags.last('mode')?.value ?? 'replicated';
  const replicas = flags.last('replicas');
  const endpoint = flags.last('endpoint-mode');
  const endpoint_mode = endpoint?.value.toLowerCase() ?? 'vip';
  if (replicas && mode.startsWith('global')) {
    scope.refuse('CLI005', replicas.word, 'a global service runs once on every node; leave --replicas out');
  }
  if (endpoint_mode === 'dnsrr' && hasIngress) {
    const message = 'a port in mode ingress needs --endpoint-mode vip; publish it with mode=host';
    scope.refuse('CLI005', endpoint?.word, message);
  }
  const count = replicas && isKnown(replicas) ? { replicas: Number(replicas.value) } : {};
  return { mode, endpoint_mode, ...count };
}

/** A service without a network is on the bridge of each node, as any container. */
function readNetworks({ scope, flags }: Request): Pick<Service, 'networks' | 'network_mode'> {
  const options: NetworkOption[] = flags.all('network').flatMap((flag) => {
    const option = parseNetworkOption(flag);
    if (typeof option !== 'string') return [option];
    scope.refuse('CLI004', flag.word, `--network: ${option}`);
    return [];
  });
  const own = options.find(({ name }) => !isUserDefined(name));
  if (own?.name === 'host' || own?.name === 'none') {
    return { networks: [], network_mode: { value: { kind: own.name }, origin: scope.originOf(own.flag.word) } };
  }
  const networks = options.filter(({ name }) => isUserDefined(name)).map((option) => attachment(scope, option));
  const bridge = { value: { kind: 'bridge' } as const, origin: scope.originOf(own?.flag.word) };
  return networks.length > 0 ? { networks } : { networks, network_mode: bridge };
}

function attachment(scope: Request['scope'], option: NetworkOption): Attachment {
  const origin = scope.originOf(option.flag.word);
  return {
    network: option.name,
    origin,
    aliases: option.aliases.map((value) => ({ value, origin })),
    link_local_ips: [],
    driver_opts: new Map([...option.driverOpts].map(([key, value]) => [key, { value, origin }])),
    priority: 0,
    gw_priority: { value: 0, origin },
  };
}
