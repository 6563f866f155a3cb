import { describe, expect, it } from 'vitest';
import { configMap, daemon, pluginsOf } from '../../support/cni.ts';

const conf = (value: unknown, key = '10-net.conflist') => configMap('net', { [key]: JSON.stringify(value) });

describe('a CNI configuration in a ConfigMap', () => {
  it.each([
    ['flannel', 'Flannel no'],
    ['calico', 'Calico yes'],
    ['cilium-cni', 'Cilium yes'],
    ['weave-net', 'Weave Net yes'],
    ['antrea', 'Antrea yes'],
    ['ovn-k8s-cni-overlay', 'OVN-Kubernetes yes'],
    ['aws-cni', 'AWS VPC CNI unknown'],
    ['bridge', 'CNI reference plugins no'],
    ['ptp', 'CNI reference plugins no'],
    ['ipvlan', 'CNI reference plugins no'],
    ['macvlan', 'CNI reference plugins no'],
  ])('names the plugin: %s', (type, plugin) => {
    expect(pluginsOf(conf({ cniVersion: '1.0.0', name: 'x', plugins: [{ type }, { type: 'portmap' }] }))).toEqual([
      plugin,
    ]);
    expect(pluginsOf(conf({ cniVersion: '1.0.0', name: 'x', type }, '10-net.conf'))).toEqual([plugin]);
    expect(pluginsOf(conf({ type }, 'cni-conf.json'))).toEqual([plugin]);
  });

  it('names none by the type of its address management or of a delegate', () => {
    const value = { type: 'x', ipam: { type: 'host-local' }, delegate: { type: 'bridge' }, policy: { type: 'k8s' } };
    expect(pluginsOf(conf(value))).toEqual([]);
  });

  it('may be a template that the node fills in', () => {
    const text = '{ "plugins": [{ "type": "calico", "mtu": __CNI_MTU__, "name": "__KUBERNETES_NODE_NAME__" }] }';
    expect(pluginsOf(configMap('net', { cni_network_config: text }))).toEqual(['Calico yes']);
  });

  it('that is no JSON, or no object, names none', () => {
    for (const text of ['{', '[]', 'null', '{ "plugins": [1, null] }', '{ "plugins": 5 }', '']) {
      expect(pluginsOf(configMap('net', { '10-net.conflist': text }))).toEqual([]);
    }
  });

  it('under another key is something else', () => {
    expect(pluginsOf(conf({ type: 'bridge' }, 'settings.json'))).toEqual([]);
  });

  it('beside Multus is about further networks', () => {
    const multus = daemon('kube-multus-ds', 'name: kube-multus, image: ghcr.io/k8snetworkplumbingwg/multus-cni:v4');
    expect(pluginsOf(multus, conf({ type: 'macvlan' }))).toEqual([]);
    expect(pluginsOf(multus, conf({ type: 'flannel' }))).toEqual(['Flannel no']);
  });

  it('with data that is no text is passed over', () => {
    expect(pluginsOf('{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { a.conf: 1 } }')).toEqual([]);
  });
});
