/** The rules about Services, in the order of their ids. A new one is a file and a line here. */

import type { Rule } from '../../rule.ts';
import { selectsNoPod } from './svc001-selects-no-pod.ts';
import { targetName } from './svc002-target-name.ts';
import { targetNumber } from './svc003-target-number.ts';
import { protocolMismatch } from './svc004-protocol-mismatch.ts';
import { portNames } from './svc005-port-names.ts';
import { nodePortRange } from './svc006-node-port-range.ts';
import { nodePortClash } from './svc007-node-port-clash.ts';
import { nodePort } from './svc008-node-port.ts';
import { openLoadBalancer } from './svc009-open-load-balancer.ts';
import { misplacedRanges } from './svc010-misplaced-ranges.ts';
import { externalAddress } from './svc011-external-address.ts';
import { externalInternal } from './svc012-external-internal.ts';
import { ignoredExternal } from './svc013-ignored-external.ts';
import { externalIps } from './svc014-external-ips.ts';
import { ignoredHeadless } from './svc015-ignored-headless.ts';
import { affinityTimeout } from './svc016-affinity-timeout.ts';
import { affinityWithoutEffect } from './svc017-affinity-without-effect.ts';
import { spansWorkloads } from './svc018-spans-workloads.ts';
import { noEndpoints } from './svc019-no-endpoints.ts';
import { localPolicy } from './svc020-local-policy.ts';
import { statefulService } from './svc021-stateful-service.ts';
import { sensitivePort } from './svc022-sensitive-port.ts';
import { portSpelling } from './svc023-port-spelling.ts';
import { plainLoadBalancer } from './svc024-plain-load-balancer.ts';

export const SERVICE_RULES: readonly Rule[] = [
  selectsNoPod,
  targetName,
  targetNumber,
  protocolMismatch,
  portNames,
  nodePortRange,
  nodePortClash,
  nodePort,
  openLoadBalancer,
  misplacedRanges,
  externalAddress,
  externalInternal,
  ignoredExternal,
  externalIps,
  ignoredHeadless,
  affinityTimeout,
  affinityWithoutEffect,
  spansWorkloads,
  noEndpoints,
  localPolicy,
  statefulService,
  sensitivePort,
  portSpelling,
  plainLoadBalancer,
];
