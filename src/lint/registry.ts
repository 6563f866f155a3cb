/** Every rule there is, in the order of their ids. A new one is a file, and a line in the index of its family. */

import { compareText } from '../util/ordering.ts';
import type { Rule } from './rule.ts';
import { CNI_RULES } from './rules/cni/index.ts';
import { COMPOSE_RULES } from './rules/compose/index.ts';
import { CONFIGURATION_RULES } from './rules/configuration/index.ts';
import { DOCKER_RULES } from './rules/docker/index.ts';
import { GATEWAY_RULES } from './rules/gateway/index.ts';
import { INGRESS_RULES } from './rules/ingress/index.ts';
import { MESH_RULES } from './rules/mesh/index.ts';
import { MONITORING_RULES } from './rules/monitoring/index.ts';
import { NETWORK_POLICY_RULES } from './rules/network-policy/index.ts';
import { POD_RULES } from './rules/pod/index.ts';
import { SCHEMA_RULES } from './rules/schema/index.ts';
import { SERVICE_RULES } from './rules/service/index.ts';
import { SYNTAX_RULES } from './rules/syntax/index.ts';
import { TLS_RULES } from './rules/tls/index.ts';

export const RULES: readonly Rule[] = [
  ...SYNTAX_RULES,
  ...SCHEMA_RULES,
  ...SERVICE_RULES,
  ...INGRESS_RULES,
  ...GATEWAY_RULES,
  ...NETWORK_POLICY_RULES,
  ...POD_RULES,
  ...CNI_RULES,
  ...TLS_RULES,
  ...MESH_RULES,
  ...MONITORING_RULES,
  ...COMPOSE_RULES,
  ...DOCKER_RULES,
  ...CONFIGURATION_RULES,
].sort((a, b) => compareText(a.id, b.id));

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}
