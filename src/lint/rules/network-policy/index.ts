/** The rules about policies of Kubernetes, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { selectsNoPod } from './net001-selects-no-pod.ts';
import { peerSelectsNoPod } from './net002-peer-selects-no-pod.ts';
import { noSuchNamespace } from './net003-no-such-namespace.ts';
import { orForAnd } from './net004-or-for-and.ts';
import { noDns } from './net005-no-dns.ts';
import { rulesWithoutType } from './net006-rules-without-type.ts';
import { typeWithoutRules } from './net007-type-without-rules.ts';
import { emptyEnds } from './net008-empty-ends.ts';
import { undoneDeny } from './net009-undone-deny.ts';
import { blockOfPods } from './net010-block-of-pods.ts';
import { blockInvalid } from './net011-block-invalid.ts';
import { portNameUnknown } from './net012-port-name-unknown.ts';
import { portOnNoPod } from './net013-port-on-no-pod.ts';
import { servicePort } from './net014-service-port.ts';
import { endPort } from './net015-end-port.ts';
import { dnsOneProtocol } from './net016-dns-one-protocol.ts';
import { redundantRule } from './net017-redundant-rule.ts';
import { duplicatePolicy } from './net018-duplicate-policy.ts';
import { noDefaultDeny } from './net019-no-default-deny.ts';
import { notIsolated } from './net020-not-isolated.ts';
import { notEnforced } from './net021-not-enforced.ts';
import { metadataReachable } from './net022-metadata-reachable.ts';
import { systemOpen } from './net023-system-open.ts';
import { databaseOpen } from './net024-database-open.ts';
import { hostNetwork } from './net025-host-network.ts';
import { serviceBlocked } from './net026-service-blocked.ts';
import { oneSided } from './net027-one-sided.ts';
import { contradiction } from './net028-contradiction.ts';
import { namespaceOmitted } from './net030-namespace-omitted.ts';
import { blockOnCilium } from './net031-block-on-cilium.ts';
import { adminPolicyClash } from './net035-admin-policy-clash.ts';
import { sourceHidden } from './net037-source-hidden.ts';
import { notEvaluated } from './net040-not-evaluated.ts';
import { domainName } from './net044-domain-name.ts';

export const NETWORK_POLICY_RULES: readonly Rule[] = [
  selectsNoPod,
  peerSelectsNoPod,
  noSuchNamespace,
  orForAnd,
  noDns,
  rulesWithoutType,
  typeWithoutRules,
  emptyEnds,
  undoneDeny,
  blockOfPods,
  blockInvalid,
  portNameUnknown,
  portOnNoPod,
  servicePort,
  endPort,
  dnsOneProtocol,
  redundantRule,
  duplicatePolicy,
  noDefaultDeny,
  notIsolated,
  notEnforced,
  metadataReachable,
  systemOpen,
  databaseOpen,
  hostNetwork,
  serviceBlocked,
  oneSided,
  contradiction,
  namespaceOmitted,
  blockOnCilium,
  adminPolicyClash,
  sourceHidden,
  notEvaluated,
  domainName,
];
