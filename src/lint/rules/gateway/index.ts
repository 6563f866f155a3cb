/** The rules about Gateway API, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { parentMissing } from './gwa001-parent-missing.ts';
import { backendMissing } from './gwa002-backend-missing.ts';
import { noGrant } from './gwa003-no-grant.ts';
import { hostnameNotOnListener } from './gwa004-hostname-not-on-listener.ts';
import { certificateMissing } from './gwa005-certificate-missing.ts';
import { listenerClash } from './gwa006-listener-clash.ts';
import { routeNotAdmitted } from './gwa007-route-not-admitted.ts';

export const GATEWAY_RULES: readonly Rule[] = [
  parentMissing,
  backendMissing,
  noGrant,
  hostnameNotOnListener,
  certificateMissing,
  listenerClash,
  routeNotAdmitted,
];
