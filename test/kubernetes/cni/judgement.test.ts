import { describe, expect, it } from 'vitest';
import { configMap, daemon, evidenceOf, pluginsOf } from '../../support/cni.ts';

describe('kindnet', () => {
  it.each([
    ['enforces from the first image with NetworkPolicy on', 'kindest/kindnetd:v20240813-c6f155d6', 'yes'],
    ['enforces in later images', 'docker.io/kindest/kindnetd:v20250512-df8de77b', 'yes'],
    ['does not in the last release before', 'kindest/kindnetd:v20240513-cd2ac642', 'no'],
    ['does not in early images', 'kindest/kindnetd:v20200725-4d6bea59', 'no'],
    ['is unknown between the two', 'kindest/kindnetd:v20240701-aaaaaaaa', 'unknown'],
    ['enforces outside kind since v1.3.0', 'ghcr.io/aojea/kindnetd:v1.8.0', 'yes'],
    ['does not outside kind before', 'ghcr.io/aojea/kindnetd:v1.2.9', 'no'],
    ['is unknown without a tag', 'kindest/kindnetd', 'unknown'],
    ['is unknown with a tag that says nothing', 'kindest/kindnetd:latest', 'unknown'],
    ['is unknown by digest alone', 'kindest/kindnetd@sha256:0123', 'unknown'],
  ])('%s', (_says, image, enforces) => {
    expect(pluginsOf(daemon('kindnet', `name: kindnet-cni, image: "${image}"`))).toEqual([`kindnet ${enforces}`]);
  });
});

describe('Weave Net', () => {
  const weave = (env: string) => `name: weave, image: weaveworks/weave-kube, env: [${env}]`;
  const npc = 'name: weave-npc, image: weaveworks/weave-npc';

  it.each([
    ['enforces with its policy controller', [weave(''), npc], 'yes'],
    ['enforces where EXPECT_NPC is another value', [weave('{ name: EXPECT_NPC, value: "1" }'), npc], 'yes'],
    ['does not with EXPECT_NPC=0', [weave('{ name: EXPECT_NPC, value: "0" }'), npc], 'no'],
    ['does not without the controller', [weave('')], 'no'],
  ])('%s', (_says, containers, enforces) => {
    expect(pluginsOf(daemon('weave-net', ...containers))).toEqual([`Weave Net ${enforces}`]);
  });
});

describe('the AWS VPC CNI', () => {
  const node = 'name: aws-node, image: amazon-k8s-cni';
  const policyAgent = (args: string) => `name: aws-eks-nodeagent, image: aws-network-policy-agent, args: [${args}]`;
  const on = configMap('amazon-vpc-cni', { 'enable-network-policy-controller': 'true' });

  it.each([
    ['does not enforce without its node agent', [daemon('aws-node', node)], 'no'],
    ['enforces with it', [daemon('aws-node', node, policyAgent('--enable-network-policy=true'))], 'yes'],
    [
      'does not while it is switched off',
      [daemon('aws-node', node, policyAgent('--enable-network-policy=false'))],
      'no',
    ],
    ['is unknown while nothing is said', [daemon('aws-node', node, policyAgent(''))], 'unknown'],
    ['enforces where the ConfigMap switches it on', [on], 'yes'],
    ['does not where only the ConfigMap does', [on, daemon('aws-node', node)], 'no'],
  ])('%s', (_says, objects, enforces) => {
    expect(pluginsOf(...objects)).toEqual([`AWS VPC CNI ${enforces}`]);
  });
});

describe('Cilium', () => {
  const agent = daemon('cilium', 'name: cilium-agent, image: cilium/cilium');

  it.each([
    ['enforces by default', { 'enable-policy': 'default' }, 'yes'],
    ['does not with enable-policy never', { 'enable-policy': 'never' }, 'no'],
    ['does not with NetworkPolicy switched off', { 'enable-k8s-networkpolicy': 'false' }, 'no'],
  ])('%s', (_says, data, enforces) => {
    expect(pluginsOf(agent, configMap('cilium-config', data))).toEqual([`Cilium ${enforces}`]);
  });

  it('may be switched off by an argument', () => {
    expect(pluginsOf(daemon('cilium', 'name: a, image: a, args: [--enable-policy=never]'))).toEqual(['Cilium no']);
  });

  it('isolates everything with enable-policy always', () => {
    const { plugins } = evidenceOf(agent, configMap('cilium-config', { 'enable-policy': 'always' }));
    expect(plugins).toMatchObject([{ name: 'Cilium', enforces: 'yes', isolatesAll: true }]);
  });
});

describe('kube-router', () => {
  it('does not enforce with its firewall switched off', () => {
    const router = (args: string) => daemon('kube-router', `name: r, image: kube-router, args: [${args}]`);
    expect(pluginsOf(router('--run-firewall=true'))).toEqual(['kube-router yes']);
    expect(pluginsOf(router('--run-router=true, --run-firewall=false'))).toEqual(['kube-router no']);
  });
});
