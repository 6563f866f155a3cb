/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), as GitHub's code scanning takes it:
 * results always present, rules with their help, fingerprints that stay while lines move, and fixes.
 */

import { findingsFormat } from './findings-format.ts';
import {
  type FindingsReport,
  type ReportedFinding,
  type ReportedRule,
  type ReportedSeverity,
  relativePath,
} from './report.ts';

const LEVELS: Readonly<Record<ReportedSeverity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif = findingsFormat({
  name: 'sarif',
  mediaType: 'application/sarif+json',
  description: 'SARIF 2.1.0, for code scanning.',
  writeFindings: (report) => `${JSON.stringify(sarifLog(report))}\n`,
});

export function sarifLog({ findings, suppressed, rules }: FindingsReport): object {
  const indices = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Portolan', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: [...findings, ...suppressed].map((finding) => resultOf(finding, indices.get(finding.rule))),
      },
    ],
  };
}

function ruleOf({ id, title, severity, category, why, fix, references }: ReportedRule): object {
  const [helpUri] = references;
  const links = references.map((url) => `<${url}>`).join('\n');
  return {
    id,
    name: id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n${fix}\n\n${links}` },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [category] },
  };
}

function resultOf(finding: ReportedFinding, ruleIndex: number | undefined): object {
  const { rule, severity, message, fingerprint, fix, suppressed } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: locationsOf(finding),
    partialFingerprints: { 'portolan/v1': fingerprint },
    ...(fix ? { fixes: [fixOf(fix)] } : {}),
    ...(suppressed ? { suppressions: [suppressionOf(suppressed)] } : {}),
  };
}

function locationsOf({ file, line, column, path, resource }: ReportedFinding): object[] {
  if (file === undefined) return [];
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const name = resource && `${resource.namespace === undefined ? '' : `${resource.namespace}/`}${resource.name}`;
  const logical = resource
    ? { name, fullyQualifiedName: `${name}[${resource.kind}]${path ?? ''}`, kind: 'resource' }
    : undefined;
  return [
    {
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region },
      ...(logical ? { logicalLocations: [logical] } : {}),
    },
  ];
}

function fixOf({ title, edits }: NonNullable<ReportedFinding['fix']>): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ start, end, text }) => ({
          deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
          insertedContent: { text },
        })),
    })),
  };
}

function suppressionOf({ by, reason }: NonNullable<ReportedFinding['suppressed']>): object {
  const kind = by === 'annotation' || by === 'comment' ? 'inSource' : 'external';
  return { kind, status: 'accepted', ...(reason === undefined ? {} : { justification: reason }) };
}

/** A relative reference (RFC 3986 §4.2); a colon in its first segment would make it absolute. */
function uriOf(file: string): string {
  return relativePath(file).split('/').map(encodeURIComponent).join('/');
}
