/** The rules about pods, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { hostNetwork } from './pod001-host-network.ts';
import { hostPort } from './pod002-host-port.ts';
import { hostPortClash } from './pod003-host-port-clash.ts';
import { portTwice } from './pod004-port-twice.ts';
import { probePort } from './pod006-probe-port.ts';
import { networkCapability } from './pod007-network-capability.ts';
import { waitsForMissing } from './pod008-waits-for-missing.ts';
import { waitsForItself } from './pod009-waits-for-itself.ts';
import { hostDns } from './pod010-host-dns.ts';
import { dnsNone } from './pod011-dns-none.ts';
import { ndots } from './pod012-ndots.ts';
import { hostAliases } from './pod013-host-aliases.ts';
import { unsafeSysctl } from './pod014-unsafe-sysctl.ts';
import { selectorMismatch } from './pod016-selector-mismatch.ts';
import { apparmorAnnotation } from './pod018-apparmor-annotation.ts';
import { runtimeSocket } from './pod019-runtime-socket.ts';
import { debugImage } from './pod020-debug-image.ts';
import { unknownHost } from './pod021-unknown-host.ts';
import { lowPort } from './pod022-low-port.ts';
import { noReadiness } from './pod024-no-readiness.ts';
import { nameTwice } from './pod025-name-twice.ts';
import { mountWithoutVolume } from './pod026-mount-without-volume.ts';

export const POD_RULES: readonly Rule[] = [
  hostNetwork,
  hostPort,
  hostPortClash,
  portTwice,
  probePort,
  networkCapability,
  waitsForMissing,
  waitsForItself,
  hostDns,
  dnsNone,
  ndots,
  hostAliases,
  unsafeSysctl,
  selectorMismatch,
  apparmorAnnotation,
  runtimeSocket,
  debugImage,
  unknownHost,
  lowPort,
  noReadiness,
  nameTwice,
  mountWithoutVolume,
];
