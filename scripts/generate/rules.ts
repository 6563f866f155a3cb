/** `docs/rules.md`: every rule with why it matters, how to fix it, and its examples, from the objects of `src/lint`. */

import { CATEGORY_NAMES, categoryOf } from '../../src/lint/category.ts';
import { RULES } from '../../src/lint/registry.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { peerTable } from './peer-checks.ts';

const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\ufffd/gu;

const INTRODUCTION = `# The rules of validate

<!-- Written by \`npm run generate\` from the files under src/lint/rules. -->

\`POST /v1/validate\` looks for these; \`GET /v1/rules\` serves them. A finding points where the fix goes. \`error\` is
refused or certainly broken, \`warning\` a probable fault or an exposure, \`info\` advice. What rests on the absence of an
object is a note unless the bundle is said to be complete (\`completeness=complete\`) or something in it shows a slip.

Severities are the asker's: \`{"rules": {"NET019": "off", "service": "error"}}\`, an id before its category; \`only\` leaves
all others off. A finding that is known is suppressed with a reason, by a comment on its line, the line above or the
head of the file, or by an annotation on the object or its template of pods:

\`\`\`yaml
metadata:
  annotations:
    portolan/ignore-SVC009: the firewall in front of it is ours
spec:
  type: LoadBalancer # portolan-ignore SVC024 only redirects to HTTPS
\`\`\`

A \`portolan.yaml\` in the bundle holds the same for a repository: \`rules\`, \`only\`, \`ignore\`, \`unsuppressible\`,
\`baseline\`, \`completeness\`.
`;

function table(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, title }) => `| [${id}](#${id.toLowerCase()}) | ${severity} | ${title} |`);
  return ['| rule | severity | what is found |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Characters that a page cannot hold are shown by their numbers. */
function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function example(heading: string, text: string, file = '.yaml'): string {
  const language = file.split('.').at(-1);
  return `<details><summary>${heading}</summary>\n\n\`\`\`${language}\n${printable(text)}\`\`\`\n\n</details>`;
}

function section({ id, title, severity, why, fix, references, bad, good, file }: Rule): string {
  return [
    `### ${id}`,
    `**${title}.** ${severity === 'info' ? 'Info' : severity === 'error' ? 'Error' : 'Warning'}.`,
    why,
    fix,
    references.map((url) => `<${url}>`).join(', '),
    ...bad.map(({ text, line }) => example(`Spoken of, line ${[line].flat().join(' and ')}`, text, file)),
    ...good.map((text) => example('Not spoken of', text, file)),
  ].join('\n\n');
}

export function rulesDocument(): string {
  const families = CATEGORY_NAMES.map((name) => {
    const rules = RULES.filter(({ id }) => categoryOf(id) === name);
    return rules.length === 0 ? [] : [`## ${name}`, table(rules), ...rules.map(section)];
  });
  return [INTRODUCTION, `${RULES.length} rules.`, ...families.flat(), peerTable(RULES)].join('\n\n').concat('\n');
}
