/**
 * Hooks that run in a container (https://docs.docker.com/reference/compose-file/services/#post_start). Kubernetes has
 * one command for each, so that several become one line of a shell
 * (https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/).
 */

import type { Service } from '../../docker/service.ts';
import { isObject, own } from '../../ingest/document.ts';
import type { YamlMapping, YamlNode } from '../../util/yaml-writer.ts';
import { filled, from } from '../manifests/manifest.ts';
import { attributeOf, entryAt, lose, type Plan } from '../plan.ts';
import { textsOf } from './quantity.ts';

const HOOKS = { postStart: 'post_start', preStop: 'pre_stop' } as const;

export function lifecycleOf(plan: Plan, service: Service): YamlMapping | undefined {
  return filled({
    postStart: hookOf(plan, service, HOOKS.postStart),
    preStop: hookOf(plan, service, HOOKS.preStop),
  });
}

function hookOf(plan: Plan, service: Service, attribute: string): YamlNode | undefined {
  const hooks = attributeOf(service, attribute);
  if (!Array.isArray(hooks)) return undefined;
  const commands = hooks
    .map((hook) => (isObject(hook) ? textsOf(own(hook, 'command')) : []))
    .filter((c) => c.length > 0);
  const [first, ...more] = commands;
  if (
    hooks.some(
      (hook) => isObject(hook) && ['user', 'privileged', 'environment', 'working_dir'].some((k) => own(hook, k)),
    )
  ) {
    const reason = 'A hook of Kubernetes runs as the container does; its own user, folder and variables are lost.';
    lose(plan, service, { code: 'L22', attribute, reason, severity: 'warning' });
  }
  if (!first) return undefined;
  const command =
    more.length === 0 ? first : ['/bin/sh', '-c', commands.map((words) => words.map(inShell).join(' ')).join(' && ')];
  return from(plan, { exec: { command } }, entryAt(service, attribute));
}

function inShell(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
