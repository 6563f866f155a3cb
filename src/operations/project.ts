/** `POST /v1/project`: a Compose project as it is loaded. */

import * as z from 'zod';
import type { Analysis } from '../analysis/analysis.ts';
import type { DockerModel } from '../analysis/docker-model.ts';
import type { LoadedProject } from '../docker/compose/load-project.ts';
import type { Finding } from '../ingest/finding.ts';
import type { Answer } from '../render/answer.ts';
import { findingsTable } from './findings-table.ts';
import { INCOMPLETE } from './gate.ts';
import { findingsJson } from './inventory.ts';
import type { BundleOperation } from './operation.ts';
import { bundleOptions } from './options.ts';
import { finding, verdict } from './results.ts';
import { judged } from './verdict.ts';

const input = bundleOptions.extend({
  stage: z
    .enum(['canonical', 'merged'])
    .default('canonical')
    .describe(
      '`canonical`: as the engine would get it, every attribute in its long form. `merged`: what the files say together, before the schema, defaults and checks; it is given even where the project is refused.',
    ),
});

const model = z
  .record(z.string(), z.unknown())
  .describe('The project by the names of the Compose specification. Values of variables are shown, as your own input.');

const projectEntry = z
  .object({
    name: z.string(),
    folder: z.string().describe('The folder of the bundle; empty at its top.'),
    files: z.array(z.string()).describe('In the order they were merged.'),
    project: model.optional().describe('Absent where the loader refuses the project.'),
  })
  .meta({ id: 'ComposeProject', description: 'One of several projects of a bundle.' });

const result = z
  .object({
    model: z.literal('docker'),
    verdict,
    complete: z.boolean().describe('False when something the project needs could not be read.'),
    project: model.optional().describe('Where the bundle holds one project: that one, unless it is refused.'),
    projects: z.array(projectEntry).optional().describe('Where the bundle holds several projects.'),
    findings: z.array(finding),
  })
  .meta({ id: 'ProjectResult' });

export type ProjectEntry = z.infer<typeof projectEntry>;
type ProjectInput = z.infer<typeof input>;
export type ProjectResult = z.infer<typeof result>;

export function projectResult(analysis: Analysis, options: ProjectInput): ProjectResult {
  const docker = analysis.docker();
  const projects = docker?.bundle.compose.projects ?? [];
  const said = [...(docker?.fileFindings ?? []), ...nothingFound(docker)];
  const modelOf = (project: LoadedProject) =>
    options.stage === 'merged' ? docker?.bundle.compose.merged(project) : project.loaded?.canonical;
  const [first, second] = projects;
  const only = first && !second ? modelOf(first) : undefined;
  return {
    model: 'docker',
    ...judged(said),
    ...(only ? { project: only } : {}),
    ...(second ? { projects: projects.map((project) => entryOf(project, modelOf(project))) } : {}),
    findings: findingsJson(analysis, said),
  };
}

function entryOf({ name, folder, sources }: LoadedProject, project: ProjectResult['project']): ProjectEntry {
  const files = sources.map(({ path }) => path);
  return { name, folder: folder === '.' ? '' : folder, files, ...(project ? { project } : {}) };
}

function nothingFound(docker: DockerModel | undefined): Finding[] {
  const { projects = [], findings = [] } = docker?.bundle.compose ?? {};
  if (projects.length > 0 || findings.length > 0) return [];
  const message = 'No Compose file is among the files. Send one, such as compose.yaml, or name it in composeFiles.';
  return [{ rule: 'CMP048', severity: 'error', message }];
}

/** The projects of a result as one list, whether there are several or one. */
export function projectsOf({ project, projects }: ProjectResult): readonly ProjectEntry[] {
  return projects ?? (project ? [{ name: String(project['name'] ?? ''), folder: '', files: [], project }] : []);
}

function answer(value: ProjectResult): Answer {
  const { findings, project: _, projects: __, ...rest } = value;
  const shown = projectsOf(value);
  const table = {
    title: 'Services',
    name: 'services',
    columns: ['project', 'service', 'image'],
    rows: shown.flatMap((entry) => serviceRows(entry.name, entry.project)),
    empty: 'No project could be loaded.',
  };
  return {
    json: () => value,
    headline: () => `${value.verdict}: ${shown.length} projects, ${table.rows.length} services`,
    tables: () => [table, ...findingsTable(findings)],
    conditions: () => (value.complete ? [] : [INCOMPLETE]),
    *records() {
      for (const entry of shown) yield { t: 'result', ...entry };
      for (const found of findings) yield { t: 'finding', ...found };
      yield { t: 'summary', ...rest };
    },
  };
}

function serviceRows(name: string, project: ProjectResult['project']): string[][] {
  const services = project?.['services'];
  if (typeof services !== 'object' || services === null) return [];
  return Object.entries(services).map(([service, definition]) => {
    const image =
      typeof definition === 'object' && definition !== null && 'image' in definition ? definition.image : '';
    return [name, service, typeof image === 'string' ? image : ''];
  });
}

const EXAMPLE = `services:
  web:
    image: nginx:\${TAG:-1.29}
    ports: ["8080:80"]
    networks: [front]
networks:
  front: {}
`;

export const project: BundleOperation<ProjectInput> = {
  id: 'project',
  takes: 'bundle',
  summary: 'A Compose project as it is loaded',
  description:
    'The Compose project of the bundle as `docker compose config` would print it: files merged, variables filled in, every attribute in its long form, the defaults written out. What the reference loader refuses is a finding with `refused`, and the project is then given only with `stage=merged`.',
  input,
  result,
  examples: [
    {
      summary: 'A service with a published port',
      body: { files: [{ path: 'compose.yaml', content: EXAMPLE }], env: { TAG: '1.28' } },
    },
  ],
  gates: [],
  run: (analysis, options) => answer(projectResult(analysis, options)),
};
