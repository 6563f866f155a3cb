/** Findings about entries of archives that were not read: manifests one by one, all others in one sentence. */

import { compareText } from '../util/ordering.ts';
import type { SkippedFile } from './bundle.ts';
import type { Finding } from './finding.ts';

const MOST_NAMED = 5;

const REASONS: Readonly<Record<Exclude<SkippedFile['why'], 'other'>, string>> = {
  link: 'is a link. Links are not followed: pack the file itself, with tar --dereference say.',
  outside: 'has a path that leads out of the archive. Pack it from the folder that holds it.',
  'long-name': 'has a longer name than is read.',
  encrypted: 'is encrypted. Pack it without a password.',
  method: 'is packed by a method that is not read. Use deflate, or tar.gz.',
};

function ofManifest({ path, why }: SkippedFile): Finding[] {
  if (why === 'other') return [];
  // What a link leads to is often in the archive itself; the others are surely missing.
  const grave =
    why === 'link' ? ({ severity: 'warning' } as const) : ({ severity: 'error', unreadable: true } as const);
  const place = { source: { path, text: '' }, offset: 0 };
  return [{ rule: 'YML009', ...grave, message: `The entry of the archive ${REASONS[why]}`, place }];
}

export function skippedFindings(skipped: readonly SkippedFile[]): Finding[] {
  const others = skipped.flatMap(({ path, why }) => (why === 'other' ? [path] : [])).sort(compareText);
  const found = skipped.toSorted((a, b) => compareText(a.path, b.path)).flatMap(ofManifest);
  if (others.length === 0) return found;
  return [...found, { rule: 'YML009', severity: 'info', message: otherEntries(others) }];
}

function otherEntries(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).join(', ');
  if (paths.length === 1) return `One entry of the archive has the name of no manifest, and was not read: ${named}.`;
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return `${paths.length} entries of the archive have names of no manifests, and were not read: ${named}${more}.`;
}
