/** The rules about meshes, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { hostUnknown } from './msh001-host-unknown.ts';
import { subsetEmpty } from './msh002-subset-empty.ts';
import { destinationMissing } from './msh003-destination-missing.ts';
import { mtlsNotStrict } from './msh004-mtls-not-strict.ts';
import { protocolNotDeclared } from './msh005-protocol-not-declared.ts';
import { subsetUndefined } from './msh006-subset-undefined.ts';
import { selectorSelectsNothing } from './msh007-selector-selects-nothing.ts';
import { unreachableRoute } from './msh008-unreachable-route.ts';
import { hostTwice } from './msh009-host-twice.ts';
import { gatewayWithoutCertificate } from './msh010-gateway-without-certificate.ts';
import { gatewaySecret } from './msh011-gateway-secret.ts';
import { tokenNotRequired } from './msh012-token-not-required.ts';
import { allowsEverything } from './msh013-allows-everything.ts';
import { injectionLabels } from './msh014-injection-labels.ts';
import { hostNotOnGateway } from './msh015-host-not-on-gateway.ts';

export const MESH_RULES: readonly Rule[] = [
  hostUnknown,
  subsetEmpty,
  destinationMissing,
  mtlsNotStrict,
  protocolNotDeclared,
  subsetUndefined,
  selectorSelectsNothing,
  unreachableRoute,
  hostTwice,
  gatewayWithoutCertificate,
  gatewaySecret,
  tokenNotRequired,
  allowsEverything,
  injectionLabels,
  hostNotOnGateway,
];
