/** `POST /v1/translate`: a Compose project as manifests of Kubernetes, with what is lost and the proof. */

import type { Analysis } from '../analysis/analysis.ts';
import type { Project } from '../docker/project.ts';
import type { Service } from '../docker/service.ts';
import type { BundleFile } from '../ingest/bundle.ts';
import type { Finding } from '../ingest/finding.ts';
import { LIMITS } from '../ingest/index.ts';
import { dockerWorld } from '../policy/dialects/docker-network/index.ts';
import { type Proven, proveTranslation } from '../translate/prove-translation.ts';
import { dnsNames } from '../util/dns-name.ts';
import { exceed, ProblemError, problem } from '../util/problem.ts';
import { findingsJson } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { translateAnswer } from './translate-answer.ts';
import { differenceJson, lossJson, nameDifferenceJson, settingsOf } from './translate-json.ts';
import { type TranslateInput, translateInput, translateOptions } from './translate-options.ts';
import { translateResult as result, type TranslateResult } from './translate-results.ts';
import { judged } from './verdict.ts';

export function translateResult(analysis: Analysis, input: TranslateInput): TranslateResult {
  const docker = analysis.docker();
  const projects = docker?.projects ?? [];
  const found = docker?.fileFindings ?? [];
  if (projects.length === 0) refuse(analysis, found);
  requireProvable(projects);
  const several = projects.length > 1;
  const options = translateOptions(input);
  const uploaded = filesOf(analysis);
  const folders = dnsNames(projects.map(({ name, folder }) => `${name} ${folder}`));
  const proven = projects.map((project) => {
    const folder = several ? (folders.get(`${project.name} ${project.folder}`) ?? project.name) : '';
    return proveTranslation(project, {
      options,
      layout: { layout: input.layout, kustomization: input.kustomization, folder },
      uploaded,
    });
  });
  const said = [...found, ...proven.flatMap(failure)];
  const { assumptions } = dockerWorld(projects, { engine: options.engine });
  return {
    model: 'docker',
    ...judged(said),
    manifests: proven.flatMap(({ files }) => files.map(({ path, content }) => ({ path, content }))),
    ...together(analysis, proven, several),
    findings: findingsJson(analysis, said),
    proof: { ...proofOf(proven, several), settings: settingsOf(proven, assumptions) },
  };
}

function together(analysis: Analysis, proven: readonly Proven[], several: boolean): Pick<TranslateResult, 'losses'> {
  return {
    losses: proven.flatMap(({ losses, project }) =>
      losses.map((loss) => lossJson(analysis, loss, prefixOf(project, several))),
    ),
  };
}

function proofOf(proven: readonly Proven[], several: boolean): Omit<TranslateResult['proof'], 'settings'> {
  const parts = proven.map(({ proof, project }) => ({ proof, prefix: prefixOf(project, several) }));
  const sum = (count: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    equivalent: parts.every(({ proof }) => proof.equivalent),
    pairs: sum(({ proof }) => proof.pairs),
    differences: parts.flatMap(({ proof, prefix }) => proof.differences.map((each) => differenceJson(each, prefix))),
    names: {
      compared: sum(({ proof }) => proof.names.compared),
      differences: parts.flatMap(({ proof, prefix }) =>
        proof.names.differences.map((each) => nameDifferenceJson(each, prefix)),
      ),
    },
  };
}

function prefixOf({ name }: Project, several: boolean): string {
  return several ? `${name}/` : '';
}

/** What there is to compare grows with the square of the services. */
function requireProvable(projects: readonly Project[]): void {
  const pairs = projects.reduce((sum, { services }) => {
    const names = [...services.values()].reduce((count, service) => count + namesOf(service), 0);
    return sum + services.size * (services.size + names);
  }, 0);
  const maximum = LIMITS.translatedPairs.value;
  if (pairs <= maximum) return;
  const detail = `A proof of these projects compares ${pairs} pairs and names; at most ${maximum} are compared. Translate one project, or fewer services, at a time.`;
  exceed('translatedPairs', pairs, maximum, detail);
}

function namesOf({ container_name, hostname, networks, links, external_links }: Service): number {
  const given = [container_name, hostname].filter((name) => name !== undefined).length;
  const aliases = networks.reduce((sum, network) => sum + network.aliases.length, 0);
  return 1 + given + aliases + links.length + external_links.length;
}

/** A proof that fails is a bug of this service, and is said to be one. */
function failure({ proof, project }: Proven): Finding[] {
  if (proof.equivalent) return [];
  const unexplained = [...proof.differences, ...proof.names.differences].filter(({ losses }) => losses.length === 0);
  const message = `The manifests of ${project.name} differ from Docker in ${unexplained.length} ways that no loss explains. That is a bug of this service: look at proof.differences before you use them, and report it.`;
  return [{ rule: 'TRN001', severity: 'error', message, place: project.origin }];
}

/** Bodies that were read while they arrived keep the text of small files only. */
function filesOf({ bundle, parsed }: Analysis): readonly BundleFile[] {
  if (bundle.files.length > 0) return bundle.files;
  const encoder = new TextEncoder();
  return parsed().sources.map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
}

function refuse(analysis: Analysis, findings: readonly Finding[]): never {
  const errors = findingsJson(analysis, findings).map(({ file, line, column, message }) => ({
    message,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
  const detail =
    errors.length > 0
      ? 'No project of the bundle can be loaded; `errors` says why.'
      : 'The bundle holds no Compose file, no docker command and no inspected container.';
  throw new ProblemError(problem('nothing-to-analyse', detail, errors.length > 0 ? { errors } : {}));
}

const EXAMPLE = `services:
  web:
    image: nginx:1.29
    ports: ["8080:80"]
    networks: [front, back]
  db:
    image: postgres:17
    networks: [back]
networks:
  front: {}
  back:
    internal: true
`;

export const translate: BundleOperation<TranslateInput> = {
  id: 'translate',
  takes: 'bundle',
  summary: 'A Compose project as manifests of Kubernetes, with the losses and the proof',
  description:
    "Manifests that keep who reaches whom: every network becomes a NetworkPolicy without ports, names lead to the pods themselves, published ports are open to the outside and only those. What could not be carried over is in `losses`, each with its code, file and line. `proof` reads the manifests again with the ordinary engine and compares them with Docker's reach: every ordered pair of services and outside peers, over all ports, and the names; `equivalent` is true only when every difference is explained by a listed loss. A proof that fails is a bug of this service, and makes the verdict `fail`. Labels of kompose are honoured where they say something. As `application/yaml` the answer is one stream of manifests. `gate=losses` trips at a loss that is a warning or worse, `gate=differences` at a difference between services, or one that is not explained.",
  input: translateInput,
  result,
  views: ['documents'],
  examples: [
    {
      summary: 'A published web server and a database on an internal network',
      body: { files: [{ path: 'compose.yaml', content: EXAMPLE }], projectName: 'shop' },
    },
  ],
  gates: ['losses', 'differences'],
  run: (analysis, input) => translateAnswer(translateResult(analysis, input)),
};
