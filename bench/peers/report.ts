/** The comparison with the peer as Markdown: times and their ratio, then what differs and why. */

import { machineFacts } from '../harness/machine.ts';
import { count, table, times } from '../harness/table.ts';
import { NETPOL_ANALYZER } from './build-peer.ts';
import type { Agreement, SizeResult } from './run-size.ts';

export function peersReport(results: readonly SizeResult[], compiler: string): string {
  const facts = `netpol-analyzer ${NETPOL_ANALYZER.version} (built with ${compiler}): \`list\` as JSON. Portolan: the same folder as one upload, the streamed answer to its last byte. CPU time of whole processes, user and system, medians of ${results[0]?.runs ?? 0} in turns. ${machineFacts()}`;
  return [facts, timesTable(results), ...results.map(differencesText)].join('\n\n');
}

function timesTable(results: readonly SizeResult[]): string {
  const columns = ['workloads', 'netpol-analyzer', 'Portolan', 'of it starting', 'ratio'];
  const rows = results.map(({ workloads, seconds }) => [
    count(workloads),
    `${seconds.peer.toFixed(2)} s`,
    `${seconds.ours.toFixed(2)} s`,
    `${seconds.empty.toFixed(2)} s`,
    times(seconds.peer / seconds.ours),
  ]);
  return table(columns, rows);
}

function differencesText({ workloads, refusal, rewrittenRules, asWritten, podNetwork }: SizeResult): string {
  const input =
    refusal === undefined
      ? 'The peer reads the files as generated.'
      : `To the files as generated the peer answers nothing: \`${refusal}\`; in what both were given, rules that are written so that it reads them: ${rewrittenRules}.`;
  return [
    `**${count(workloads)} workloads.** ${input}`,
    '',
    agreementText('As they are', asWritten),
    agreementText('With every workload on the pod network', podNetwork),
  ].join('\n');
}

function agreementText(title: string, { compared, differences }: Agreement): string {
  const total = differences.reduce((sum, d) => sum + d.count, 0);
  const lines = differences.flatMap((d) => [
    `  - ${d.title}: ${count(d.count)}`,
    ...d.examples.map((example) => `    - \`${example}\``),
  ]);
  return [`- ${title}: ${count(compared)} pairs that either reports, ${count(total)} different`, ...lines].join('\n');
}
