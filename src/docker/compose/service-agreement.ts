/**
 * Attributes of one service that must agree, because each is an older or a newer way to say the same
 * (https://docs.docker.com/reference/compose-file/deploy/).
 */

import { at, isNull, itemsOf, type Node, stringOf, withEntry } from './node.ts';
import type { Report } from './report.ts';

export function checkAgreement(service: Node, report: Report): void {
  checkScale(service, report);
  checkResources(service, report);
  checkBuild(service, report);
  checkHealth(service, report);
  checkWatch(service, report);
}

/** How many containers a service has. */
export function scaleOf(service: Node): number {
  return numberOf(at(service, 'scale')) ?? numberOf(at(at(service, 'deploy'), 'replicas')) ?? 1;
}

/** `deploy` says the same number as `scale` where both are given. */
export function withReplicas(service: Node): Node {
  const [scale, deploy] = [at(service, 'scale'), at(service, 'deploy')];
  if (service.kind !== 'mapping' || deploy?.kind !== 'mapping' || !scale || isNull(scale)) return service;
  return withEntry(service, 'deploy', withEntry(deploy, 'replicas', scale));
}

function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

function checkScale(service: Node, report: Report): void {
  const replicas = at(at(service, 'deploy'), 'replicas');
  const scale = at(service, 'scale');
  const [first, second] = [numberOf(scale), numberOf(replicas)];
  if (scale && first !== undefined && second !== undefined && first !== second) {
    report.refuse('CMP044', scale.origin, 'scale and deploy.replicas say different numbers. Remove one.');
  }
  for (const node of [scale, replicas]) {
    if (node && (numberOf(node) ?? 0) < 0)
      report.refuse('CMP044', node.origin, 'The number of containers must be at least 0.');
  }
}

/** An attribute of a service and the one under `deploy.resources` that says the same. */
const TWINS: readonly (readonly [string, string, string])[] = [
  ['cpus', 'limits', 'cpus'],
  ['mem_limit', 'limits', 'memory'],
  ['mem_reservation', 'reservations', 'memory'],
  ['pids_limit', 'limits', 'pids'],
];

function checkResources(service: Node, report: Report): void {
  const resources = at(at(service, 'deploy'), 'resources');
  for (const [key, kind, twin] of TWINS) {
    const own = at(service, key);
    const group = at(resources, kind);
    const value = amountOf(own);
    if (!own || value === 0 || !group || isNull(group) || value === amountOf(at(group, twin))) continue;
    const message = `${key} and deploy.resources.${kind}.${twin} say different amounts. Remove one.`;
    report.refuse('CMP044', own.origin, message);
  }
}

function amountOf(node: Node | undefined): number {
  return node?.kind === 'scalar' ? Number(node.value) : 0;
}

function checkBuild(service: Node, report: Report): void {
  const build = at(service, 'build');
  const inline = at(build, 'dockerfile_inline');
  if (inline && stringOf(inline) !== '' && (stringOf(at(build, 'dockerfile')) ?? '') !== '') {
    report.refuse('CMP044', inline.origin, 'dockerfile and dockerfile_inline exclude each other. Remove one.');
  }
  const platforms = itemsOf(at(build, 'platforms'));
  const platform = at(service, 'platform');
  const wanted = stringOf(platform) ?? '';
  if (!platform || wanted === '' || platforms.length === 0 || platforms.some((one) => stringOf(one) === wanted)) return;
  report.refuse('CMP044', platform.origin, 'The platform is not among build.platforms. Add it there.');
}

const TESTS: readonly string[] = ['CMD', 'CMD-SHELL', 'NONE'];

function checkHealth(service: Node, report: Report): void {
  const test = at(at(service, 'healthcheck'), 'test');
  const [first] = itemsOf(test);
  if (!first || TESTS.includes(stringOf(first) ?? '')) return;
  report.refuse('CMP043', first.origin, 'The test of a healthcheck begins with CMD, CMD-SHELL or NONE.');
}

const NEEDS_NO_TARGET: readonly string[] = ['rebuild', 'restart'];

function checkWatch(service: Node, report: Report): void {
  for (const watch of itemsOf(at(at(service, 'develop'), 'watch'))) {
    const action = stringOf(at(watch, 'action')) ?? '';
    if (stringOf(at(watch, 'target')) || NEEDS_NO_TARGET.includes(action)) continue;
    report.refuse('SCH004', watch.origin, 'target is missing here: only rebuild and restart need none.');
  }
}
