/** The rules about Compose projects, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { hostNetwork } from './cmp002-host-network.ts';
import { openPort } from './cmp003-open-port.ts';
import { sensitivePort } from './cmp004-sensitive-port.ts';
import { hostPortClash } from './cmp005-host-port-clash.ts';
import { portsWithoutEffect } from './cmp008-ports-without-effect.ts';
import { noSharedNetwork } from './cmp009-no-shared-network.ts';
import { staticAddress } from './cmp010-static-address.ts';
import { addressTaken } from './cmp011-address-taken.ts';
import { subnetsOverlap } from './cmp012-subnets-overlap.ts';
import { subnetInvalid } from './cmp013-subnet-invalid.ts';
import { aliasShadows } from './cmp014-alias-shadows.ts';
import { legacyLinks } from './cmp015-links.ts';
import { publishedInternal } from './cmp016-published-internal.ts';
import { externalNetwork } from './cmp017-external-network.ts';
import { engineSocket } from './cmp018-engine-socket.ts';
import { networkCapability } from './cmp019-network-capability.ts';
import { unreachableHost } from './cmp020-unreachable-host.ts';
import { containerPort } from './cmp022-container-port.ts';
import { fixedPortReplicas } from './cmp023-fixed-port-replicas.ts';
import { overlayNeedsSwarm } from './cmp024-overlay.ts';
import { dnsServer } from './cmp026-dns.ts';
import { extraHosts } from './cmp027-extra-hosts.ts';
import { noneUsed } from './cmp028-none-used.ts';
import { flatNetwork } from './cmp031-flat-network.ts';
import { databaseBesidePublished } from './cmp032-database-beside-published.ts';
import { secretInEnvironment } from './cmp034-secret-in-environment.ts';
import { proxyVariables } from './cmp035-proxy-variables.ts';
import { bridgeOptions } from './cmp036-bridge-options.ts';
import { sharedNamespace } from './cmp052-shared-namespace.ts';
import { oneName } from './cmp053-one-name.ts';
import { noAddresses } from './cmp054-no-addresses.ts';
import { noHealthcheck } from './cmp055-no-healthcheck.ts';
import { networkDriver } from './cmp056-network-driver.ts';
import { deadName } from './cmp057-dead-name.ts';
import { hostProcesses } from './cmp058-host-processes.ts';
import { externalName } from './cmp059-external-name.ts';

export const COMPOSE_RULES: readonly Rule[] = [
  hostNetwork,
  openPort,
  sensitivePort,
  hostPortClash,
  portsWithoutEffect,
  noSharedNetwork,
  staticAddress,
  addressTaken,
  subnetsOverlap,
  subnetInvalid,
  aliasShadows,
  legacyLinks,
  publishedInternal,
  externalNetwork,
  engineSocket,
  networkCapability,
  unreachableHost,
  containerPort,
  fixedPortReplicas,
  overlayNeedsSwarm,
  dnsServer,
  extraHosts,
  noneUsed,
  flatNetwork,
  databaseBesidePublished,
  secretInEnvironment,
  proxyVariables,
  bridgeOptions,
  sharedNamespace,
  oneName,
  noAddresses,
  noHealthcheck,
  networkDriver,
  deadName,
  hostProcesses,
  externalName,
];
