/** Networks of egress rules: which pods they match, by addresses that show or do not, and what stays open behind them. */
import type { AdminRule, ClusterPeer } from '../cluster-policy-manifests.ts';
import { adminPolicy, pod, policy, type Trap } from './trap.ts';

const EVERYONE = { namespaces: {} };
const SOME = { networks: ['10.0.0.0/8'] };
const CLIENT = pod('b/client');

function denies(...to: readonly ClusterPeer[]) {
  return inTurn({ action: 'Deny', to });
}

function inTurn(...egress: readonly AdminRule[]) {
  return adminPolicy('turns', { priority: 5, subject: EVERYONE, egress });
}

function host(path: string, podIP: string) {
  return pod(path, { spec: { hostNetwork: true, nodeName: 'node-a' }, status: { podIP } });
}

export const NETWORKS: readonly Trap[] = [
  {
    says: '85: networks match pods by the addresses they show, and the world outside',
    given: [
      CLIENT,
      pod('a/in', { status: { podIP: '10.0.0.5' } }),
      pod('a/out', { status: { podIP: '172.16.0.5' } }),
      denies(SOME),
    ],
    asks: [
      'b/client > a/in TCP/80 = deny',
      'b/client > a/out TCP/80 = allow',
      'b/client > 10.9.9.9 other/0 = deny',
      'b/client > 11.0.0.0 TCP/80 = allow',
      '10.9.9.9 > a/in TCP/80 = allow',
    ],
  },
  {
    says: '85: one of the networks of a peer is enough',
    given: [CLIENT, denies({ networks: ['10.0.0.0/8', '172.16.0.0/12', 'fd00::/8'] })],
    asks: [
      'b/client > 10.0.0.1 TCP/80 = deny',
      'b/client > 172.16.0.1 TCP/80 = deny',
      'b/client > fd00::1 TCP/80 = deny',
      'b/client > 8.8.8.8 TCP/80 = allow',
    ],
  },
  {
    says: '85: 0.0.0.0/0 matches every pod with an IPv4 address, and no address of IPv6',
    given: [
      CLIENT,
      pod('a/four', { status: { podIP: '10.0.0.5' } }),
      pod('a/six', { status: { podIP: 'fd00::5' } }),
      denies({ networks: ['0.0.0.0/0'] }),
    ],
    asks: [
      'b/client > a/four TCP/80 = deny',
      'b/client > a/six TCP/80 = allow',
      'b/client > 2001:db8::1 TCP/80 = allow',
    ],
  },
  {
    says: '85: whether networks match a pod that shows no address is open, unless no pod can be there',
    given: [CLIENT, pod('a/hidden'), denies({ networks: ['10.0.0.0/8', '172.16.0.0/12'] })],
    asks: ['b/client > a/hidden TCP/80 = unknown'],
  },
  {
    says: '85: networks where no pod can be match none',
    given: [CLIENT, pod('a/hidden'), denies({ networks: ['127.0.0.0/8', 'fe80::/10'] })],
    asks: ['b/client > a/hidden TCP/80 = allow'],
  },
  {
    says: '85: a certain peer beside uncertain networks makes the rule certain',
    given: [CLIENT, pod('a/hidden'), denies(SOME, EVERYONE)],
    asks: ['b/client > a/hidden TCP/80 = deny'],
  },
  {
    says: '85: an uncertain rule is open only as far as the rules behind it say something else',
    given: [
      CLIENT,
      pod('a/hidden'),
      inTurn(
        { action: 'Allow', to: [SOME], ports: [{ portRange: { start: 1, end: 80 } }] },
        { action: 'Pass', to: [SOME], ports: [{ portNumber: { port: 81 } }] },
        { action: 'Deny', to: [EVERYONE], ports: [{ portRange: { start: 80, end: 81 } }] },
        { action: 'Deny', to: [SOME], ports: [{ portNumber: { port: 82 } }] },
        { action: 'Deny', to: [{ networks: ['172.16.0.0/12'] }, EVERYONE], ports: [{ portNumber: { port: 82 } }] },
      ),
    ],
    asks: [
      'b/client > a/hidden TCP/79 = allow',
      'b/client > a/hidden TCP/80 = unknown',
      'b/client > a/hidden TCP/81 = unknown',
      'b/client > a/hidden TCP/82 = deny',
    ],
  },
  {
    says: '85: an uncertain Deny before a NetworkPolicy that denies is no longer open',
    given: [CLIENT, pod('a/hidden'), denies(SOME), policy('b/out', { policyTypes: ['Egress'] })],
    asks: ['b/client > a/hidden TCP/80 = deny'],
  },
  {
    says: '85: networks find pods of the host network by the address of their node',
    given: [CLIENT, host('a/host', '10.0.0.1'), denies(SOME)],
    asks: ['b/client > a/host TCP/80 = deny'],
  },
  {
    says: '85: with ipBlockPods ignore, networks speak only about the outside',
    given: [
      CLIENT,
      pod('a/in', { status: { podIP: '10.0.0.5' } }),
      pod('a/hidden'),
      host('a/host', '10.0.0.1'),
      denies(SOME),
    ],
    options: { ipBlockPods: 'ignore' },
    asks: [
      'b/client > a/in TCP/80 = allow',
      'b/client > a/hidden TCP/80 = allow',
      'b/client > a/host TCP/80 = allow',
      'b/client > 10.0.0.5 TCP/80 = deny',
    ],
  },
];
