/** The rules about Ingresses, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { backendMissing } from './ing001-backend-missing.ts';
import { backendPortMissing } from './ing002-backend-port-missing.ts';
import { tlsSecretMissing } from './ing003-tls-secret-missing.ts';
import { tlsSecretWrong } from './ing004-tls-secret-wrong.ts';
import { hostNotCovered } from './ing005-host-not-covered.ts';
import { noTls } from './ing006-no-tls.ts';
import { classUnknown } from './ing007-class-unknown.ts';
import { claimedTwice } from './ing008-claimed-twice.ts';
import { catchAll } from './ing009-catch-all.ts';
import { rewriteDropsPath } from './ing010-rewrite-drops-path.ts';
import { regexPath } from './ing011-regex-path.ts';
import { snippet } from './ing012-snippet.ts';
import { nginxRetired } from './ing013-nginx-retired.ts';
import { classAnnotation } from './ing014-class-annotation.ts';
import { externalBackend } from './ing015-external-backend.ts';
import { exposedTwice } from './ing016-exposed-twice.ts';
import { tlsBackend } from './ing018-tls-backend.ts';
import { controllerBlocked } from './ing019-controller-blocked.ts';
import { annotationInjection } from './ing020-annotation-injection.ts';
import { twoDefaultClasses } from './ing021-two-default-classes.ts';
import { unusedTlsHost } from './ing022-unused-tls-host.ts';
import { backendNotTcp } from './ing023-backend-not-tcp.ts';
import { backendNotHttp } from './ing024-backend-not-http.ts';
import { hostOfTwoNamespaces } from './ing025-host-of-two-namespaces.ts';
import { passwordInClear } from './ing026-password-in-clear.ts';
import { allowedSources } from './ing027-allowed-sources.ts';
import { canaryAlone } from './ing028-canary-alone.ts';
import { anyOrigin } from './ing029-any-origin.ts';
import { annotationMisspelt } from './ing030-annotation-misspelt.ts';

export const INGRESS_RULES: readonly Rule[] = [
  backendMissing,
  backendPortMissing,
  tlsSecretMissing,
  tlsSecretWrong,
  hostNotCovered,
  noTls,
  classUnknown,
  claimedTwice,
  catchAll,
  rewriteDropsPath,
  regexPath,
  snippet,
  nginxRetired,
  classAnnotation,
  externalBackend,
  exposedTwice,
  tlsBackend,
  controllerBlocked,
  annotationInjection,
  twoDefaultClasses,
  unusedTlsHost,
  backendNotTcp,
  backendNotHttp,
  hostOfTwoNamespaces,
  passwordInClear,
  allowedSources,
  canaryAlone,
  anyOrigin,
  annotationMisspelt,
];
