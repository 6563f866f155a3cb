import { describe, expect, it } from 'vitest';
import { agent, configMap, daemon, evidenceOf, pluginsOf } from '../../support/cni.ts';
import { together } from '../../support/objects.ts';

const image = (name: string) => `name: main, image: "${name}"`;

describe('a plugin is known by the image of its agent', () => {
  it.each([
    ['Flannel no', 'docker.io/flannel/flannel:v0.28.0'],
    ['Flannel no', 'rancher/mirrored-flannelcni-flannel:v0.20.2'],
    ['Flannel no', 'quay.io/coreos/flannel'],
    ['Calico yes', 'docker.io/calico/node:v3.32.0'],
    ['Calico yes', 'rancher/mirrored-calico-node@sha256:0123'],
    ['Cilium yes', 'quay.io/cilium/cilium:v1.18.0@sha256:0123'],
    ['Antrea yes', 'antrea/antrea-agent-ubuntu:v2.0.0'],
    ['OVN-Kubernetes yes', 'ghcr.io/ovn-kubernetes/ovn-kubernetes/ovn-kube-u:master'],
    ['kube-router yes', 'docker.io/cloudnativelabs/kube-router'],
    ['kube-network-policies yes', 'registry.k8s.io/networking/kube-network-policies:v1.0.0'],
    ['Azure NPM yes', 'mcr.microsoft.com/containernetworking/azure-npm:v1.5.5'],
    ['Cisco ACI yes', 'noiro/aci-containers-host:6.0'],
    ['Flannel no', 'localhost:5000/flannel/flannel'],
  ])('%s: %s', (plugin, name) => {
    expect(pluginsOf(daemon('agent', image(name)))).toEqual([plugin]);
    expect(pluginsOf(agent('Deployment', 'agent', [image(name)]))).toEqual([plugin]);
  });

  it.each([
    'example.com/shop/flannel-shirts:1',
    'cilium/operator-generic:v1.18.0',
    'registry.k8s.io/kube-proxy:v1.34.0',
    'calico/kube-controllers:v3.32.0',
  ])('and not by %s', (name) => {
    expect(pluginsOf(daemon('agent', image(name)))).toEqual([]);
  });
});

describe('a plugin is known by the name of its DaemonSet, whatever registry its image is from', () => {
  it.each([
    ['Flannel no', 'kube-flannel-ds'],
    ['Flannel no', 'kube-flannel-ds-amd64'],
    ['Canal yes', 'canal'],
    ['Canal yes', 'rke2-canal'],
    ['Calico yes', 'calico-node'],
    ['Cilium yes', 'cilium'],
    ['Cilium yes', 'anetd'],
    ['Antrea yes', 'antrea-agent'],
    ['OVN-Kubernetes yes', 'ovnkube-node'],
    ['kube-router yes', 'kube-router'],
    ['kindnet unknown', 'kindnet'],
    ['kube-network-policies yes', 'kube-network-policies'],
    ['Azure NPM yes', 'azure-npm'],
    ['Cisco ACI yes', 'aci-containers-host'],
  ])('%s: %s', (plugin, name) => {
    expect(pluginsOf(daemon(name, image('mirror.example/a')))).toEqual([plugin]);
  });

  it('and not by that of a Deployment, which may be anything', () => {
    expect(pluginsOf(agent('Deployment', 'canal', [image('mirror.example/a')]))).toEqual([]);
  });

  it('nor by that of a pod, but of the DaemonSet that owns it', () => {
    const pod = (owner: string) =>
      `{ apiVersion: v1, kind: Pod, metadata: { name: x-1, namespace: kube-system, ownerReferences: [{ kind: ${owner}, name: cilium, controller: true }] }, spec: { containers: [{ ${image('a')} }] } }`;
    expect(pluginsOf(pod('DaemonSet'))).toEqual(['Cilium yes']);
    expect(pluginsOf(pod('ReplicaSet'))).toEqual([]);
  });
});

describe('a plugin is known by its ConfigMap', () => {
  it.each([
    ['Flannel no', 'kube-flannel-cfg'],
    ['Calico yes', 'calico-config'],
    ['Canal yes', 'canal-config'],
    ['Cilium yes', 'cilium-config'],
    ['Antrea yes', 'antrea-config-b2b5bdkh8t'],
    ['kube-router yes', 'kube-router-cfg'],
    ['AWS VPC CNI unknown', 'amazon-vpc-cni'],
  ])('%s: %s', (plugin, name) => {
    expect(pluginsOf(configMap(name))).toEqual([plugin]);
  });
});

describe('a plugin is known by what only it serves', () => {
  it.each([
    ['Cilium yes', 'cilium.io/v2', 'CiliumNetworkPolicy'],
    ['Calico yes', 'projectcalico.org/v3', 'GlobalNetworkPolicy'],
    ['Calico yes', 'operator.tigera.io/v1', 'Installation'],
    ['Antrea yes', 'crd.antrea.io/v1beta1', 'ClusterNetworkPolicy'],
    ['OVN-Kubernetes yes', 'k8s.ovn.org/v1', 'EgressFirewall'],
  ])('%s: %s %s', (plugin, apiVersion, kind) => {
    const object = `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: x } }`;
    expect(pluginsOf(together(object, object))).toEqual([plugin]);
  });
});

describe('of several plugins', () => {
  const flannel = daemon('kube-flannel-ds', image('flannel/flannel'));

  it('one that enforces is enough', () => {
    expect(evidenceOf(flannel).enforces).toBe('no');
    expect(evidenceOf(flannel, daemon('kube-network-policies', image('a'))).enforces).toBe('yes');
    expect(evidenceOf(flannel, daemon('kindnet', image('a'))).enforces).toBe('unknown');
  });

  it('Canal is Flannel and Calico, which are not counted beside it', () => {
    const canal = daemon('canal', image('calico/node'), image('flannel/flannel'));
    expect(pluginsOf(canal, configMap('kube-flannel-cfg'))).toEqual(['Canal yes']);
  });

  it('none is shown by a bundle without any, and nothing is known', () => {
    expect(evidenceOf(daemon('fluentd', image('fluentd')))).toEqual({ plugins: [], enforces: 'unknown' });
  });

  it('each names the object that tells', () => {
    const [first] = evidenceOf(flannel).plugins;
    expect(first).toMatchObject({ what: 'DaemonSet kube-system/kube-flannel-ds', origin: { pointer: '' } });
  });
});
