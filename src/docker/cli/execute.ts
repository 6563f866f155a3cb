/** One docker command carried out on the host that the commands before it left. */

import type { Source } from '../../ingest/document.ts';
import { readConnection } from './create/connection.ts';
import { readContainer } from './create/container.ts';
import { readNetwork } from './create/network.ts';
import type { Request } from './create/request.ts';
import { readSwarmService } from './create/swarm-service.ts';
import type { DockerCommand, Verb } from './docker-command.ts';
import { Flags } from './flags/flags.ts';
import { type FlagTable, parseFlags } from './flags/parse-flags.ts';
import {
  CREATE_FLAGS,
  NETWORK_CONNECT_FLAGS,
  NETWORK_CREATE_FLAGS,
  NETWORK_DISCONNECT_FLAGS,
  REMOVE_FLAGS,
  RUN_FLAGS,
  SERVICE_CREATE_FLAGS,
} from './flags/tables.ts';
import type { Host } from './host.ts';
import { SHELL_LIMITS } from './limits.ts';
import { CommandScope } from './scope.ts';
import { noteUnknown } from './unknown.ts';

const TABLES: Readonly<Record<Verb, FlagTable>> = {
  run: RUN_FLAGS,
  create: CREATE_FLAGS,
  rm: REMOVE_FLAGS,
  'service create': SERVICE_CREATE_FLAGS,
  'network create': NETWORK_CREATE_FLAGS,
  'network connect': NETWORK_CONNECT_FLAGS,
  'network disconnect': NETWORK_DISCONNECT_FLAGS,
  'network rm': REMOVE_FLAGS,
};

export interface Execution {
  readonly host: Host;
  readonly budget: { ports: number };
}

/** What is found wrong with the command; a refused one changes nothing. */
export function execute(command: DockerCommand, source: Source, { host, budget }: Execution): CommandScope {
  const scope = new CommandScope(source, command);
  if (command.words.length > SHELL_LIMITS.words) {
    scope.exceeded(undefined, `The command has more than ${SHELL_LIMITS.words} words, the most that are read.`);
    return scope;
  }
  const { flags, args, fault, opaque } = parseFlags(command.rest, TABLES[command.verb]);
  const request: Request = { scope, flags: new Flags(flags), args, budget };
  if (request.flags.on('help')) return scope;
  if (fault) {
    scope.refuse('CLI001', fault.word, `${fault.message}. The command is refused: docker does not run it.`);
    return scope;
  }
  noteUnknown(request, opaque);
  if (isOpen(request, opaque.length > 0)) return scope;
  carryOut(command.verb, request, host);
  return scope;
}

/** Whether the image itself hides in words that are not known, so that nothing can be said of the command. */
function isOpen({ args }: Request, hasOpaque: boolean): boolean {
  return args.length === 0 && hasOpaque;
}

function carryOut(verb: Verb, request: Request, host: Host): void {
  const { scope, args } = request;
  switch (verb) {
    case 'run':
    case 'create':
    case 'service create':
      addService(verb, request, host);
      return;
    case 'network create': {
      const created = readNetwork(request);
      if (created) host.addNetwork({ ...created, scope, free: false });
      return;
    }
    case 'network connect': {
      const connection = readConnection(request);
      if (connection && !scope.refused)
        host.connect(scope, connection.container, connection.attachment, connection.links);
      return;
    }
    case 'network disconnect':
      host.disconnect(args[1]?.text ?? '', args[0]?.text ?? '');
      return;
    case 'rm':
      host.freeContainers(args);
      return;
    case 'network rm':
      host.freeNetworks(args);
  }
}

function addService(verb: 'run' | 'create' | 'service create', request: Request, host: Host): void {
  const { scope, flags } = request;
  const service = verb === 'service create' ? readSwarmService(request) : readContainer(request);
  const named = (flags.last('name')?.value ?? '') !== '';
  const free = verb === 'run' && flags.on('rm') && !flags.on('detach');
  host.add({ scope, service, named, free });
}
