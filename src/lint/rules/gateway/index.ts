/** The rules about Gateway API, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { parentMissing } from './gwa001-parent-missing.ts';
import { backendMissing } from './gwa002-backend-missing.ts';
import { noGrant } from './gwa003-no-grant.ts';
import { hostnameNotOnListener } from './gwa004-hostname-not-on-listener.ts';
import { certificateMissing } from './gwa005-certificate-missing.ts';
import { listenerClash } from './gwa006-listener-clash.ts';
import { routeNotAdmitted } from './gwa007-route-not-admitted.ts';
import { classUnknown } from './gwa008-class-unknown.ts';
import { listenerWithoutCertificate } from './gwa009-listener-without-certificate.ts';
import { noTls } from './gwa010-no-tls.ts';
import { routesOfAllNamespaces } from './gwa011-routes-of-all-namespaces.ts';
import { plainHttpToo } from './gwa012-plain-http-too.ts';
import { ruleLeadsNowhere } from './gwa013-rule-leads-nowhere.ts';
import { grantOfEverySecret } from './gwa014-grant-of-every-secret.ts';
import { matchTwice } from './gwa015-match-twice.ts';
import { tlsBackend } from './gwa016-tls-backend.ts';
import { policyWithoutTarget } from './gwa017-policy-without-target.ts';

export const GATEWAY_RULES: readonly Rule[] = [
  parentMissing,
  backendMissing,
  noGrant,
  hostnameNotOnListener,
  certificateMissing,
  listenerClash,
  routeNotAdmitted,
  classUnknown,
  listenerWithoutCertificate,
  noTls,
  routesOfAllNamespaces,
  plainHttpToo,
  ruleLeadsNowhere,
  grantOfEverySecret,
  matchTwice,
  tlsBackend,
  policyWithoutTarget,
];
