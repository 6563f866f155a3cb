/**
 * Variables of a container. Those whose name or value looks like a secret go into a Secret of the service, so that the
 * manifest of the workload can be shown around (https://kubernetes.io/docs/concepts/configuration/secret/).
 */

import type { Service } from '../../docker/service.ts';
import type { YamlNode } from '../../util/yaml-writer.ts';
import { from, metadata } from '../manifests/manifest.ts';
import { lose, type Plan } from '../plan.ts';
import type { PodDraft } from '../pods/draft.ts';
import { unexpanded } from './expansion.ts';

const SECRET_NAME =
  /pass(?:word|wd|phrase)?(?:$|[_.-])|_?pw$|secret|token|api_?key|private_?key|access_?key|credential/i;
/** The name of a file or of a setting about secrets, not one. */
const NO_SECRET = /_(?:file|path|dir|name|id|user|username|length|expiry|ttl|url|enabled)$/i;
/** `scheme://user:password@host`, and the beginning of a PEM block. */
const SECRET_VALUE = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;

export function looksSecret(name: string, value: string): boolean {
  if (value === '' || /^(?:true|false|yes|no|\d{1,2})$/i.test(value)) return false;
  return SECRET_VALUE.test(value) || (SECRET_NAME.test(name) && !NO_SECRET.test(name));
}

export function environmentOf(plan: Plan, draft: PodDraft, service: Service): YamlNode[] {
  const name = `${plan.names.get(service.name) ?? service.name}-env`;
  const secrets = new Map<string, YamlNode>();
  const entries: YamlNode[] = [];
  for (const [key, { value, origin }] of service.environment) {
    if (value === null) {
      const reason = `${key} has no value in the file; Docker takes one from where the project is started.`;
      lose(plan, service, { code: 'L22', attribute: `environment.${key}`, reason, severity: 'info', origin });
    } else if (looksSecret(key, value)) {
      const own = key.replace(/[^-._a-zA-Z0-9]/g, '_');
      secrets.set(own, value);
      entries.push(from(plan, { name: key, valueFrom: { secretKeyRef: { name, key: own } } }, origin) ?? null);
    } else {
      entries.push(from(plan, { name: key, value: unexpanded(value) }, origin) ?? null);
    }
  }
  if (secrets.size > 0) {
    const head = [`Values of ${service.name}'s environment that look secret.`];
    const object = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata(plan, name, draft.unit.name),
      type: 'Opaque',
      stringData: secrets,
    };
    draft.add({ head, object });
  }
  return entries;
}
