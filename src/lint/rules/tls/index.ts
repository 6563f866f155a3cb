/** The rules about TLS, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { keyInClear } from './tls001-key-in-clear.ts';
import { verificationOff } from './tls002-verification-off.ts';
import { redirectOff } from './tls003-redirect-off.ts';
import { oldVersion } from './tls004-old-version.ts';
import { swapped } from './tls005-swapped.ts';
import { issuerMissing } from './tls006-issuer-missing.ts';
import { certificateOtherHosts } from './tls007-certificate-other-hosts.ts';
import { stagingIssuer } from './tls008-staging-issuer.ts';

export const TLS_RULES: readonly Rule[] = [
  keyInClear,
  verificationOff,
  redirectOff,
  oldVersion,
  swapped,
  issuerMissing,
  certificateOtherHosts,
  stagingIssuer,
];
