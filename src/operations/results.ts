/**
 * The shapes of results, as the contract promises them. Fields may be added, never removed. Every field says what it
 * means; the OpenAPI document takes its words from here.
 */

import * as z from 'zod';

const protocolPorts = z
  .strictObject({
    TCP: z.string().optional().describe('Ports of TCP.'),
    UDP: z.string().optional().describe('Ports of UDP.'),
    SCTP: z.string().optional().describe('Ports of SCTP.'),
    other: z.literal('all').optional().describe('Every protocol that is not TCP, UDP or SCTP.'),
  })
  .describe('Ports per protocol, ascending, ranges merged, such as `80,443,8000-8080`. Empty: nothing.');

export const connectionSet = z
  .union([z.literal('all'), protocolPorts])
  .meta({ id: 'ConnectionSet', description: 'A set of connections: `all`, or the ports of each protocol.' });

export const severity = z.enum(['error', 'warning', 'info']);
export const verdict = z
  .enum(['pass', 'warn', 'fail'])
  .describe('The worst severity among the findings: error is fail, warning is warn.');

export const resource = z
  .object({
    apiVersion: z.string().optional(),
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
  })
  .meta({ id: 'Resource', description: 'The object a finding is about.' });

export const finding = z
  .object({
    rule: z.string().describe('Id of the rule, such as `YML001`.'),
    severity,
    refused: z.boolean().optional().describe('The API server would refuse the object, so it is not in force.'),
    message: z.string(),
    file: z.string().optional(),
    line: z.number().int().optional().describe('From 1.'),
    column: z.number().int().optional().describe('From 1.'),
    path: z.string().optional().describe('JSON pointer into the document.'),
    resource: resource.optional(),
  })
  .meta({ id: 'Finding', description: 'What is wrong, or worth knowing, in the files.' });

export const common = {
  model: z.enum(['kubernetes', 'docker']).describe('Which model the bundle was read as.'),
  verdict,
  complete: z.boolean().describe('False when some document could not be read.'),
  findings: z.array(finding),
  assumptions: z
    .array(z.string())
    .optional()
    .describe('With Docker: what the answer takes for granted of the host and its engine, which no file says.'),
};

export const peer = z
  .object({
    id: z
      .string()
      .describe(
        '`namespace/name[Kind]`, `#n` behind it for a variant; a Compose service, `project/service` where there are several projects; a block of outside addresses; or `@host`, `@lan`, `@internet`.',
      ),
    type: z.enum(['workload', 'external', 'entry', 'host']),
    namespace: z.string().optional(),
    name: z.string().optional(),
    kind: z.string().optional(),
    labels: z.record(z.string(), z.string().nullable()).optional().describe('null: the value is not shown.'),
    pods: z.number().int().optional().describe('How many pods the bundle shows or asks for.'),
    hostNetwork: z.literal(true).optional().describe('It shares its node’s network: no policy selects it.'),
    isolated: z
      .object({ ingress: z.boolean(), egress: z.boolean() })
      .optional()
      .describe('Whether a policy selects it in that direction, so that only what is allowed is open.'),
  })
  .meta({ id: 'Peer', description: 'An end of connections.' });

export const policyReference = z
  .object({
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    rule: z.number().int().optional().describe('Position of the rule in its list, from 0.'),
    file: z.string(),
    line: z.number().int(),
  })
  .meta({ id: 'PolicyReference' });

export const DOCKER_WAYS = ['direct', 'published', 'loopback', 'host-process', 'egress'] as const;

export const dockerWay = z.enum(DOCKER_WAYS);

export const reason = z
  .object({
    direction: z.enum(['ingress', 'egress']),
    verdict: z.enum(['allow', 'deny', 'pass', 'default-allow', 'default-deny', 'not-isolated', 'unknown']),
    via: dockerWay.optional().describe('With Docker: by which way.'),
    policy: policyReference.optional(),
    text: z.string().describe('The reason as a person would say it.'),
  })
  .meta({ id: 'Reason' });

const objectReference = z
  .object({
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
    file: z.string(),
    line: z.number().int(),
  })
  .meta({ id: 'ObjectReference', description: 'An object of the bundle, and where it stands.' });

export const connectionWay = z
  .object({
    via: z.enum(['ingress', 'route', 'gateway', 'node-port', 'load-balancer', 'external-ip', ...DOCKER_WAYS]),
    at: z
      .string()
      .optional()
      .describe(
        'The Service port it goes through, as `namespace/name:port`; with Docker the address and port of the host, such as `192.0.2.10:8080`.',
      ),
    network: z.string().optional().describe('With Docker: the network it leads over, by its real name.'),
    allow: connectionSet,
    by: objectReference.describe('The object that opened it.'),
  })
  .meta({ id: 'Way', description: 'How outside traffic gets to a pod, or anything to a container.' });

export const connection = z
  .object({
    from: z.string(),
    to: z.string(),
    allow: connectionSet.describe('What is surely allowed, in the destination’s own ports.'),
    unknown: connectionSet.optional().describe('What cannot be decided from the bundle; never part of `allow`.'),
    network: z.string().optional().describe('With Docker: the one network that all of it leads over.'),
    ways: z.array(connectionWay).optional().describe('What opens it: from outside a cluster; with Docker always.'),
    reasons: z.array(reason).optional().describe('With `explain`: the rules that decided, on both sides.'),
  })
  .meta({ id: 'Connection', description: 'An ordered pair of peers with something allowed or unknown.' });

export const reachabilityResult = z
  .object({
    ...common,
    peers: z.array(peer),
    connections: z.array(connection).describe('Sorted by `from`, then `to`.'),
    next: z.string().optional().describe('The cursor of the next page, where `limit` cut the list.'),
    summary: z.object({
      documents: z.number().int(),
      workloads: z.number().int(),
      policies: z.number().int(),
      networks: z.number().int().optional().describe('With Docker: networks that services are on.'),
      connections: z.number().int(),
      refused: z.number().int().describe('Objects the API server would refuse; they are not in force.'),
      otherKinds: z.record(z.string(), z.number().int()).describe('Objects that were read but not used, by kind.'),
    }),
  })
  .meta({ id: 'ReachabilityResult' });

export const evaluation = z
  .object({
    from: z.string(),
    to: z.string(),
    protocol: z.string().optional(),
    port: z.union([z.number().int(), z.string()]).optional(),
    via: dockerWay.optional(),
    model: z.enum(['kubernetes', 'docker']).optional().describe('Where the bundle holds both: the one that was meant.'),
    verdict: z.enum(['allow', 'deny', 'unknown', 'mixed']),
    allowed: z.boolean().describe('True exactly when the verdict is `allow`.'),
    reaches: z
      .string()
      .optional()
      .describe('Behind a Service, or a published port: where the question ends, as `workload:port`.'),
    allow: connectionSet.optional().describe('Where no port was asked for: everything that is allowed.'),
    unknown: connectionSet.optional().describe('Where no port was asked for: what cannot be decided.'),
    variants: z
      .array(z.object({ from: z.string(), to: z.string(), verdict: z.enum(['allow', 'deny', 'unknown']) }))
      .optional()
      .describe('Where the verdict is `mixed`: each pair of variants.'),
    reasons: z.array(reason),
  })
  .meta({ id: 'Evaluation', description: 'The answer to one question.' });

export const queryError = z
  .object({
    error: z.object({
      type: z.string(),
      title: z.string(),
      detail: z.string(),
      alternatives: z.array(z.string()).optional(),
    }),
  })
  .meta({ id: 'QueryError', description: 'Why one question has no answer; the others have theirs.' });

export const evaluateResult = z
  .object({ ...common, results: z.array(z.union([evaluation, queryError])) })
  .meta({ id: 'EvaluateResult' });

export type ConnectionSetJson = z.infer<typeof connectionSet>;
export type FindingJson = z.infer<typeof finding>;
export type PeerJson = z.infer<typeof peer>;
export type WayJson = z.infer<typeof connectionWay>;
export type ConnectionJson = z.infer<typeof connection>;
export type ReachabilityResult = z.infer<typeof reachabilityResult>;
export type ReasonJson = z.infer<typeof reason>;
export type EvaluationJson = z.infer<typeof evaluation>;
export type QueryErrorJson = z.infer<typeof queryError>;
export type EvaluateResult = z.infer<typeof evaluateResult>;
