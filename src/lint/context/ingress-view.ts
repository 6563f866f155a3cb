/**
 * An Ingress as rules see it (https://kubernetes.io/docs/concepts/services-networking/ingress/): its class, its hosts
 * and paths with the Services they lead to, what it says of TLS.
 */

import type { Field } from '../../kubernetes/field.ts';
import type { LintObject } from './lint-object.ts';

export const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
/** Annotations of ingress-nginx. */
export const NGINX = 'nginx.ingress.kubernetes.io/';
/** The controller that ingress-nginx is to an IngressClass. */
export const NGINX_CONTROLLER = 'k8s.io/ingress-nginx';

/** A Service that an Ingress leads to. */
export interface IngressBackend {
  /** The `service` of a backend. */
  readonly field: Field;
  readonly service: string;
  readonly port: number | string | undefined;
}

export interface IngressPath {
  readonly field: Field;
  readonly path: string;
  readonly pathType: string;
  readonly backend: IngressBackend | undefined;
}

export interface IngressRule {
  readonly field: Field;
  /** Empty: every host. */
  readonly host: string;
  readonly paths: readonly IngressPath[];
}

export interface IngressTls {
  readonly field: Field;
  readonly hosts: readonly string[];
  readonly secretName: string | undefined;
}

export class IngressView {
  readonly object: LintObject;
  /** By the field, or by the annotation that came before it. */
  readonly className: string | undefined;
  readonly rules: readonly IngressRule[];
  readonly tls: readonly IngressTls[];
  readonly defaultBackend: IngressBackend | undefined;

  constructor(object: LintObject) {
    const { spec, annotations } = object;
    this.object = object;
    this.className = spec.stringAt('ingressClassName') || annotations.get(CLASS_ANNOTATION) || undefined;
    this.rules = spec.itemsAt('rules').map(readRule);
    this.tls = spec.itemsAt('tls').map(readTls);
    this.defaultBackend = readBackend(spec.at('defaultBackend'));
  }

  get paths(): readonly IngressPath[] {
    return this.rules.flatMap(({ paths }) => paths);
  }

  get backends(): readonly IngressBackend[] {
    return [this.defaultBackend, ...this.paths.map(({ backend }) => backend)].filter((b) => b !== undefined);
  }

  /** What an annotation of ingress-nginx says. */
  nginx(name: string): string | undefined {
    return this.object.annotations.get(NGINX + name);
  }

  annotation(key: string): Field {
    return this.object.metadata.at('annotations').at(key);
  }
}

function readRule(field: Field): IngressRule {
  return { field, host: field.stringAt('host') ?? '', paths: field.at('http').itemsAt('paths').map(readPath) };
}

function readPath(field: Field): IngressPath {
  return {
    field,
    path: field.stringAt('path') ?? '',
    pathType: field.stringAt('pathType') ?? '',
    backend: readBackend(field.at('backend')),
  };
}

/** Undefined of a backend that is no Service. */
function readBackend(backend: Field): IngressBackend | undefined {
  const field = backend.at('service');
  const service = field.stringAt('name');
  const port = field.at('port');
  return service ? { field, service, port: port.integerAt('number') || port.stringAt('name') || undefined } : undefined;
}

function readTls(field: Field): IngressTls {
  const hosts = field.itemsAt('hosts').flatMap((host) => host.string() ?? []);
  return { field, hosts, secretName: field.stringAt('secretName') || undefined };
}

/** Whether a certificate for a name is one for a host: a wildcard stands for one label (RFC 9525 §6.3). */
export function isFor(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1));
}
