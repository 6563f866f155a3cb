/**
 * Ingresses and IngressClasses (https://kubernetes.io/docs/concepts/services-networking/ingress/;
 * kubernetes/kubernetes pkg/apis/networking/validation): hosts, paths and backends.
 */

import { parseAddress } from '../../../algebra/cidr.ts';
import type { Field } from '../../field.ts';
import { isLabelName, isSubdomain } from '../../syntax.ts';
import { isGiven, itemsOf, textOf } from '../field-values.ts';
import { checkPortName, checkPortNumber } from './ports.ts';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const LONGEST_CONTROLLER = 250;

export function checkIngress(root: Field): void {
  const spec = root.at('spec');
  const rules = itemsOf(spec.at('rules'));
  const fallback = spec.at('defaultBackend');
  if (fallback.absent && rules.length === 0 && (spec.at('rules').absent || Array.isArray(spec.at('rules').value))) {
    spec.refuse('SCH004', 'an Ingress needs a defaultBackend or at least one rule');
  }
  if (!fallback.absent) checkBackend(fallback);
  for (const rule of rules) {
    checkHost(rule.at('host'));
    const http = rule.at('http');
    if (http.absent) continue;
    const paths = http.at('paths');
    if (Array.isArray(paths.value) && paths.value.length === 0) paths.refuse('SCH004', 'a rule with http needs a path');
    for (const path of itemsOf(paths)) checkPath(path);
  }
  for (const tls of itemsOf(spec.at('tls'))) {
    for (const host of itemsOf(tls.at('hosts'))) checkHost(host);
    checkName(tls.at('secretName'), 'the name of a Secret');
  }
  checkClass(root, spec);
}

function checkClass(root: Field, spec: Field): void {
  const field = spec.at('ingressClassName');
  const annotation = root.at('metadata').at('annotations').at(CLASS_ANNOTATION);
  checkName(field, 'the name of an IngressClass');
  const [named, annotated] = [textOf(field), textOf(annotation)];
  if (named !== undefined && annotated !== undefined && named !== annotated) {
    annotation.refuse(
      'ING014',
      `the annotation ${CLASS_ANNOTATION} and ingressClassName differ; remove the annotation`,
    );
  }
}

function checkName(field: Field, what: string): void {
  const name = textOf(field);
  if (name !== undefined && !isSubdomain(name)) field.refuse('SCH008', `this is not ${what} (RFC 1123)`);
}

function checkHost(field: Field): void {
  const host = textOf(field);
  if (host === undefined) return;
  if (parseAddress(host)) field.refuse('SCH008', 'a host is a name, not an IP address');
  else if (host.includes('*') ? !(host.startsWith('*.') && isSubdomain(host.slice(2))) : !isSubdomain(host)) {
    field.refuse('SCH008', 'a host is a DNS name in lower case, which may begin with *. for one label (RFC 1123)');
  }
}

function checkPath(field: Field): void {
  const path = field.at('path');
  const type = field.at('pathType').value;
  const text = typeof path.value === 'string' ? path.value : '';
  const isExact = type === 'Exact' || type === 'Prefix';
  if (isExact && !text.startsWith('/')) {
    const message = `a path of type ${type} must begin with /`;
    if (path.absent) field.refuse('SCH004', message);
    else path.refuse('SCH003', message);
  } else if (isExact) {
    const part = ['//', '/./', '/../', '%2f', '%2F'].find((one) => text.includes(one));
    const end = ['/..', '/.'].find((one) => text.endsWith(one));
    if (part !== undefined) path.refuse('SCH003', `a path of type ${type} must not hold ${part}`);
    else if (end !== undefined) path.refuse('SCH003', `a path of type ${type} must not end in ${end}`);
  } else if (text !== '' && !text.startsWith('/')) path.refuse('SCH003', 'a path must be empty or begin with /');
  if (!field.at('backend').absent) checkBackend(field.at('backend'));
}

function checkBackend(backend: Field): void {
  const service = backend.at('service');
  const resource = backend.at('resource');
  if (service.absent === resource.absent) {
    const message = service.absent
      ? 'a backend needs a service or a resource'
      : 'a backend has a service or a resource, not both';
    if (backend.value === null || typeof backend.value !== 'object') return;
    if (service.absent) backend.refuse('SCH004', message);
    else resource.refuse('SCH003', message);
    return;
  }
  if (service.absent) return;
  const name = service.at('name');
  const text = textOf(name);
  if (text !== undefined && !isLabelName(text)) name.refuse('SCH008', 'this is not the name of a Service');
  const port = service.at('port');
  const [number, portName] = [port.at('number'), port.at('name')];
  const hasNumber = isGiven(number) && number.value !== 0;
  if (hasNumber && isGiven(portName)) portName.refuse('SCH003', 'a port is given by name or by number, not by both');
  if (!hasNumber && !isGiven(portName)) {
    const place = typeof port.value === 'object' && port.value !== null ? port : service;
    place.refuse('SCH004', 'a backend service needs port.number or port.name');
  }
  if (hasNumber) checkPortNumber(number);
  checkPortName(portName);
}

export function checkIngressClass(root: Field): void {
  const spec = root.at('spec');
  const controller = spec.at('controller');
  const text = textOf(controller);
  if (text !== undefined && (text.length > LONGEST_CONTROLLER || !/^[a-z0-9.-]+\/\S+$/.test(text))) {
    controller.refuse(
      'SCH008',
      `a controller is a domain, / and a path, such as example.org/ingress, of at most ${LONGEST_CONTROLLER} characters`,
    );
  }
  const parameters = spec.at('parameters');
  if (parameters.absent) return;
  const [scope, namespace] = [textOf(parameters.at('scope')) ?? 'Cluster', parameters.at('namespace')];
  if (scope === 'Namespace' && !isGiven(namespace)) {
    parameters.refuse('SCH004', 'parameters of scope Namespace need a namespace');
  }
  if (scope === 'Cluster' && isGiven(namespace))
    namespace.refuse('SCH003', 'parameters of scope Cluster have no namespace');
}
