/** The rules about Compose projects, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { version } from './cmp001-version-obsolete.ts';
import { hostNetwork } from './cmp002-host-network.ts';
import { openPort } from './cmp003-open-port.ts';
import { sensitivePort } from './cmp004-sensitive-port.ts';
import { hostPortClash } from './cmp005-host-port-clash.ts';
import { undefinedName } from './cmp006-undefined-name.ts';
import { mode } from './cmp007-mode-with-networks.ts';
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
import { unused } from './cmp021-unused-network.ts';
import { containerPort } from './cmp022-container-port.ts';
import { fixedPortReplicas } from './cmp023-fixed-port-replicas.ts';
import { overlayNeedsSwarm } from './cmp024-overlay.ts';
import { port } from './cmp025-port-syntax.ts';
import { dnsServer } from './cmp026-dns.ts';
import { extraHosts } from './cmp027-extra-hosts.ts';
import { noneUsed } from './cmp028-none-used.ts';
import { flatNetwork } from './cmp031-flat-network.ts';
import { databaseBesidePublished } from './cmp032-database-beside-published.ts';
import { secretInEnvironment } from './cmp034-secret-in-environment.ts';
import { proxyVariables } from './cmp035-proxy-variables.ts';
import { bridgeOptions } from './cmp036-bridge-options.ts';
import { interpolation } from './cmp037-interpolation.ts';
import { unset } from './cmp038-unset-variable.ts';
import { envFile } from './cmp039-environment-file.ts';
import { noImage } from './cmp040-no-image.ts';
import { undefinedResource } from './cmp041-undefined-resource.ts';
import { sameMount } from './cmp042-mounted-twice.ts';
import { value } from './cmp043-value-unreadable.ts';
import { contradiction } from './cmp044-contradiction.ts';
import { merge } from './cmp046-merge-impossible.ts';
import { extendedMissing } from './cmp047-extends-or-include.ts';
import { empty } from './cmp048-nothing-defined.ts';
import { twice } from './cmp049-entry-twice.ts';
import { outside } from './cmp050-file-outside.ts';
import { sharedNamespace } from './cmp052-shared-namespace.ts';
import { oneName } from './cmp053-one-name.ts';
import { noAddresses } from './cmp054-no-addresses.ts';
import { noHealthcheck } from './cmp055-no-healthcheck.ts';
import { networkDriver } from './cmp056-network-driver.ts';
import { deadName } from './cmp057-dead-name.ts';
import { hostProcesses } from './cmp058-host-processes.ts';
import { externalName } from './cmp059-external-name.ts';
import { unknownPlace } from './cmp060-unknown-namespace.ts';
import { internalHost } from './cmp062-internal-reaches-host.ts';
import { trusted } from './cmp063-trusted-interface.ts';
import { unpublished } from './cmp064-way-out-internal.ts';
import { asymmetric } from './cmp065-answers-by-lan.ts';
import { contested } from './cmp066-name-of-several.ts';

export const COMPOSE_RULES: readonly Rule[] = [
  version,
  hostNetwork,
  openPort,
  sensitivePort,
  hostPortClash,
  undefinedName,
  mode,
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
  unused,
  containerPort,
  fixedPortReplicas,
  overlayNeedsSwarm,
  port,
  dnsServer,
  extraHosts,
  noneUsed,
  flatNetwork,
  databaseBesidePublished,
  secretInEnvironment,
  proxyVariables,
  bridgeOptions,
  interpolation,
  unset,
  envFile,
  noImage,
  undefinedResource,
  sameMount,
  value,
  contradiction,
  merge,
  extendedMissing,
  empty,
  twice,
  outside,
  sharedNamespace,
  oneName,
  noAddresses,
  noHealthcheck,
  networkDriver,
  deadName,
  hostProcesses,
  externalName,
  unknownPlace,
  internalHost,
  trusted,
  unpublished,
  asymmetric,
  contested,
];
