/** Fields of what the files hold: policies with their rules, Services, entry points. */

import type { Resolvers } from '../../generated/graphql.ts';
import { type LabelSelectorJson, type PodSelectorJson, selectorText } from '../../operations/selector-json.ts';
import type { PortJson } from '../../operations/service-json.ts';
import { upper } from '../case.ts';

/** Everything is what an empty LabelSelector selects. */
const whole = (selector: 'all' | LabelSelectorJson): LabelSelectorJson => (selector === 'all' ? {} : selector);

/** One namespace by its name, or a selector of them. */
function namespacesOf({ namespaces }: PodSelectorJson): { name?: string; selector?: LabelSelectorJson } {
  if (namespaces === undefined) return {};
  if (namespaces === 'all') return { selector: {} };
  return typeof namespaces === 'string' ? { name: namespaces } : { selector: namespaces };
}

const OPERATORS = { In: 'IN', NotIn: 'NOT_IN', Exists: 'EXISTS', DoesNotExist: 'DOES_NOT_EXIST' } as const;

const TYPES = {
  ClusterIP: 'CLUSTER_IP',
  NodePort: 'NODE_PORT',
  LoadBalancer: 'LOAD_BALANCER',
  ExternalName: 'EXTERNAL_NAME',
} as const;

const isNumber = (port: PortJson): port is number => typeof port === 'number';

export const inventory: Resolvers = {
  Isolation: { direction: ({ direction }) => upper(direction) },
  PolicyRule: {
    direction: ({ direction }) => upper(direction),
    action: ({ action }) => upper(action),
  },
  RulePeer: { kind: ({ kind }) => upper(kind) },
  PodSelector: {
    namespace: (selector) => namespacesOf(selector).name ?? null,
    namespaces: (selector) => namespacesOf(selector).selector ?? null,
    pods: ({ pods }) => (pods === undefined ? null : whole(pods)),
    over: ({ over }) => upper(over),
  },
  LabelSelector: {
    matchLabels: ({ matchLabels = {} }) => Object.entries(matchLabels).map(([name, value]) => ({ name, value })),
    matchExpressions: ({ matchExpressions = [] }) => matchExpressions,
    text: (selector) => selectorText(selector) || 'all',
  },
  LabelRequirement: {
    operator: ({ operator }) => OPERATORS[operator],
    values: ({ values = [] }) => values,
  },
  Service: { type: ({ type }) => TYPES[type] },
  PortReference: {
    number: (port) => (isNumber(port) ? port : null),
    name: (port) => (isNumber(port) ? null : port),
  },
  EntryBackend: { by: ({ by }) => (by === 'port' ? 'PORT' : 'TARGET_PORT') },
};
