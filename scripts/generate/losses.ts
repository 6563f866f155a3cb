/** `docs/losses.md`: every kind of loss with what can be done about it, from the table in `src/translate`. */

import { LOSSES } from '../../src/translate/losses/catalogue.ts';

const INTRODUCTION = `# The losses of translate

<!-- Written by \`npm run generate\` from src/translate/losses/catalogue.ts. -->

\`POST /v1/translate\` lists what of a Compose project the manifests do not carry over, or not quite: the code, the
service and the attribute, the reason, and the file and line that say it. A loss that changes who reaches whom, or what a
name means, claims exactly that; the proof takes a difference for explained only as far as a listed loss claims it.

| code | what is lost | what to do |
| --- | --- | --- |
`;

export function lossesDocument(): string {
  const rows = Object.entries(LOSSES).map(([code, { title, advice }]) => `| ${code} | ${title} | ${advice} |\n`);
  return INTRODUCTION + rows.join('');
}
