/**
 * The flags of the docker commands that make containers, services and networks, with those that are hidden or
 * deprecated (docker/cli 29.7.2: `cli/command/{container,service,network}`). A letter stands before its name.
 */

import type { FlagKind } from './kinds.ts';
import type { FlagTable } from './parse-flags.ts';

type Lists = Readonly<Partial<Record<FlagKind, string>>>;

const HEALTH: Lists = {
  bool: 'no-healthcheck',
  text: 'health-cmd',
  int: 'health-retries',
  duration: 'health-interval health-start-interval health-start-period health-timeout',
};

const CONTAINER: Lists = {
  bool:
    'disable-content-trust help init i|interactive oom-kill-disable privileged P|publish-all q|quiet read-only rm ' +
    't|tty use-api-socket',
  text:
    'add-host annotation a|attach blkio-weight-device cap-add cap-drop cgroup-parent cgroupns cidfile cpuset-cpus ' +
    'cpuset-mems device device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns ' +
    'dns-opt dns-option dns-search domainname entrypoint e|env env-file expose gpus group-add h|hostname ip ip6 ipc ' +
    'isolation l|label label-file link link-local-ip log-driver log-opt mac-address mount name net net-alias network ' +
    'network-alias pid platform p|publish pull restart runtime security-opt stop-signal storage-opt sysctl tmpfs ' +
    'ulimit u|user userns uts v|volume volume-driver volumes-from w|workdir',
  int:
    'cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime c|cpu-shares memory-swappiness ' +
    'oom-score-adj pids-limit stop-timeout',
  uint: 'blkio-weight io-maxiops',
  decimal: 'cpus',
  bytes: 'io-maxbandwidth kernel-memory m|memory memory-reservation memory-swap shm-size',
};

const SERVICE: Lists = {
  bool: 'd|detach h|help init no-resolve-image q|quiet read-only t|tty with-registry-auth',
  text:
    'cap-add cap-drop config constraint container-label credential-spec dns dns-option dns-search endpoint-mode ' +
    'entrypoint e|env env-file generic-resource group host hostname isolation l|label log-driver log-opt mode mount ' +
    'name network placement-pref p|publish restart-condition rollback-failure-action rollback-order secret ' +
    'stop-signal sysctl ulimit update-failure-action update-order u|user w|workdir',
  int: 'limit-pids memory-swappiness oom-score-adj',
  uint: 'max-concurrent replicas replicas-max-per-node restart-max-attempts rollback-parallelism update-parallelism',
  decimal: 'limit-cpu reserve-cpu rollback-max-failure-ratio update-max-failure-ratio',
  duration:
    'restart-delay restart-window rollback-delay rollback-monitor stop-grace-period update-delay update-monitor',
  bytes: 'limit-memory memory-swap reserve-memory',
};

const NETWORK: Lists = {
  bool: 'attachable config-only h|help ingress internal ipv4 ipv6',
  text: 'aux-address config-from d|driver gateway ip-range ipam-driver ipam-opt label o|opt scope subnet',
};

const CONNECT: Lists = {
  bool: 'h|help',
  text: 'alias driver-opt ip ip6 link link-local-ip mac-address',
  int: 'gw-priority',
};

/** Of the docker command itself, before its subcommand. */
const GLOBAL: Lists = {
  bool: 'D|debug help tls tlsverify v|version',
  text: 'config c|context H|host l|log-level tlscacert tlscert tlskey',
};

const RUN_ONLY: Lists = { bool: 'd|detach sig-proxy', text: 'detach-keys' };

export const GLOBAL_FLAGS = tableOf(false, GLOBAL);
export const RUN_FLAGS = tableOf(false, CONTAINER, HEALTH, RUN_ONLY);
export const CREATE_FLAGS = tableOf(false, CONTAINER, HEALTH);
export const SERVICE_CREATE_FLAGS = tableOf(false, SERVICE, HEALTH);
export const NETWORK_CREATE_FLAGS = tableOf(true, NETWORK);
export const NETWORK_CONNECT_FLAGS = tableOf(true, CONNECT);
export const NETWORK_DISCONNECT_FLAGS = tableOf(true, { bool: 'f|force h|help' });
export const REMOVE_FLAGS = tableOf(true, { bool: 'f|force h|help l|link v|volumes' });

function tableOf(interspersed: boolean, ...parts: readonly Lists[]): FlagTable {
  const kinds = new Map<string, FlagKind>();
  const letters = new Map<string, string>();
  for (const part of parts) {
    for (const [kind, names] of Object.entries(part)) {
      for (const each of names.split(' ')) {
        const [name = '', letter] = each.split('|').reverse();
        kinds.set(name, kind as FlagKind);
        if (letter !== undefined) letters.set(letter, name);
      }
    }
  }
  return { kinds, letters, interspersed };
}
