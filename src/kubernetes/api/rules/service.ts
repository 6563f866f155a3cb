/**
 * Services (https://kubernetes.io/docs/concepts/services-networking/service/; kubernetes/kubernetes
 * pkg/apis/core/validation ValidateService): which fields go with which type, and what ports must differ in.
 */

import { parseAddress, parseCidr } from '../../../algebra/cidr.ts';
import type { Field } from '../../field.ts';
import { isSubdomain } from '../../syntax.ts';
import { isGiven, itemsOf, numberOf, refuseRepeated, textOf } from '../field-values.ts';
import { checkServiceFields } from './deprecated-fields.ts';
import { checkLabels } from './metadata.ts';
import { checkPortNumber, checkPortReference, checkServicePortName } from './ports.ts';

const LONGEST_AFFINITY = 86_400;

export function checkService(root: Field): void {
  const spec = root.at('spec');
  const type = textOf(spec.at('type')) ?? 'ClusterIP';
  const isHeadless = spec.at('clusterIP').value === 'None';
  checkServiceFields(root);
  checkLabels(spec.at('selector'));
  checkType(spec, type, isHeadless);
  checkPorts(spec, type, isHeadless);
  checkAffinity(spec);
  checkBalancer(spec, type);
  checkExternal(spec, type);
}

function checkType(spec: Field, type: string, isHeadless: boolean): void {
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer')) {
    spec.at('clusterIP').refuse('SCH003', `a headless Service cannot be of type ${type}`);
  }
  if (type !== 'ExternalName') return;
  const name = spec.at('externalName');
  const text = textOf(name)?.replace(/\.$/, '');
  if (text === undefined) spec.refuse('SCH004', 'a Service of type ExternalName needs externalName');
  else if (!isSubdomain(text)) name.refuse('SCH008', 'externalName must be a DNS name in lower case (RFC 1123)');
  for (const key of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) {
    if (isGiven(spec.at(key)) && !isEmptyList(spec.at(key)))
      spec.at(key).refuse('SCH003', `a Service of type ExternalName has no ${key}`);
  }
  const address = spec.at('clusterIP');
  if (isGiven(address)) address.refuse('SCH003', 'a Service of type ExternalName has no clusterIP');
}

function isEmptyList({ value }: Field): boolean {
  return Array.isArray(value) && value.length === 0;
}

function checkPorts(spec: Field, type: string, isHeadless: boolean): void {
  const ports = itemsOf(spec.at('ports'));
  if (ports.length === 0 && !isHeadless && type !== 'ExternalName') {
    const isList = spec.at('ports').absent || Array.isArray(spec.at('ports').value);
    if (isList) spec.refuse('SCH004', 'a Service needs ports, unless it is headless or of type ExternalName');
  }
  for (const port of ports) {
    checkServicePortName(port.at('name'));
    checkPortNumber(port.at('port'));
    checkPortReference(port.at('targetPort'), 0);
    const nodePort = port.at('nodePort');
    checkPortNumber(nodePort, 0);
    if (type === 'ClusterIP' && (numberOf(nodePort) ?? 0) !== 0) {
      nodePort.refuse('SVC006', 'a Service of type ClusterIP has no nodePort: use type NodePort, or remove it');
    }
    if (ports.length > 1 && textOf(port.at('name')) === undefined && !isGiven(port.at('name'))) {
      port.refuse('SVC005', 'of several ports each needs a name');
    }
  }
  const protocolOf = (port: Field) => textOf(port.at('protocol')) ?? 'TCP';
  refuseRepeated(
    ports,
    (port) => textOf(port.at('name')),
    (port, name) => {
      port.at('name').refuse('SVC005', `two ports have the name ${name}`);
    },
  );
  refuseRepeated(
    ports,
    (port) => keyOf(protocolOf(port), port.at('port')),
    (port) => {
      port.at('port').refuse('SVC005', 'two ports have this number and protocol');
    },
  );
  refuseRepeated(
    ports,
    (port) => keyOf(protocolOf(port), port.at('nodePort')),
    (port) => {
      port.at('nodePort').refuse('SVC007', 'two ports have this nodePort and protocol');
    },
  );
}

function keyOf(protocol: string, port: Field): string | undefined {
  const number = numberOf(port);
  return number === undefined || number === 0 ? undefined : `${protocol}/${number}`;
}

function checkAffinity(spec: Field): void {
  const config = spec.at('sessionAffinityConfig');
  if (!isGiven(config)) return;
  if (spec.at('sessionAffinity').value !== 'ClientIP') {
    config.refuse('SVC016', 'sessionAffinityConfig goes with sessionAffinity: ClientIP only; set that, or remove this');
    return;
  }
  const timeout = config.at('clientIP').at('timeoutSeconds');
  const seconds = numberOf(timeout);
  if (seconds !== undefined && (seconds < 1 || seconds > LONGEST_AFFINITY)) {
    timeout.refuse('SVC016', `timeoutSeconds must be from 1 to ${LONGEST_AFFINITY}, which is a day`);
  }
}

function checkBalancer(spec: Field, type: string): void {
  if (type !== 'LoadBalancer') {
    const ranges = spec.at('loadBalancerSourceRanges');
    if (isGiven(ranges) && !isEmptyList(ranges)) {
      ranges.refuse('SVC010', 'loadBalancerSourceRanges goes with type LoadBalancer only');
    }
    for (const key of ['allocateLoadBalancerNodePorts', 'loadBalancerClass']) {
      if (isGiven(spec.at(key))) spec.at(key).refuse('SCH003', `${key} goes with type LoadBalancer only`);
    }
  }
  for (const range of itemsOf(spec.at('loadBalancerSourceRanges'))) {
    if (typeof range.value === 'string' && !parseCidr(range.value.trim())) {
      range.refuse('SVC010', 'not a CIDR block; write an address and a prefix, such as 203.0.113.0/24');
    }
  }
}

function checkExternal(spec: Field, type: string): void {
  const addresses = itemsOf(spec.at('externalIPs'));
  const policy = spec.at('externalTrafficPolicy');
  const isExternal = type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && addresses.length > 0);
  if (isGiven(policy) && !isExternal) {
    policy.refuse(
      'SVC020',
      `externalTrafficPolicy goes with a Service that outside traffic reaches, not with type ${type}`,
    );
  }
  const health = spec.at('healthCheckNodePort');
  if ((numberOf(health) ?? 0) !== 0 && (type !== 'LoadBalancer' || policy.value !== 'Local')) {
    health.refuse('SVC020', 'healthCheckNodePort goes with type LoadBalancer and externalTrafficPolicy: Local only');
  }
  for (const address of addresses) {
    const text = textOf(address);
    if (text === undefined) continue;
    if (!parseAddress(text)) address.refuse('SVC014', 'not an IP address');
    else if (isSpecial(text))
      address.refuse('SVC014', 'an external address cannot be unspecified, loopback, link-local or multicast');
  }
}

/** Addresses that no Service may take (ValidateNonSpecialIP). */
function isSpecial(text: string): boolean {
  return /^(?:0\.0\.0\.0$|127\.|169\.254\.|224\.0\.0\.)/.test(text) || /^(?:::1?$|fe[89ab].:|ff.2:)/i.test(text);
}
