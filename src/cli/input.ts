/**
 * What a verb is to work on: files and folders by their paths, or a stream on standard input in any form the service
 * takes. Two bundles are two paths, or one stream that holds both.
 */

import { receiveBody, SIDES, type SideName } from '../ingest/index.ts';
import type { GivenOptions } from '../operations/given-options.ts';
import type { Operation } from '../operations/operation.ts';
import { type Brought, beginOperation } from '../operations/run.ts';
import { ProblemError } from '../util/problem.ts';
import { type LocalFiles, LocalReader, type Place } from './local-files.ts';
import { usage } from './usage.ts';
import type { World } from './world.ts';

/** The word for standard input. */
const STDIN = '-';

/** What a client is to send or analyse: bytes that are told apart later, or files with names. */
export type Source = { readonly kind: 'stdin' } | { readonly kind: 'places'; readonly places: readonly Place[] };

export interface LocalInput extends Brought {
  /** Options that came with the bundle. */
  readonly options: GivenOptions;
  readonly links: readonly string[];
}

function placesOf(paths: readonly string[], operation: Operation): readonly Place[] {
  if (operation.takes === 'bundle') return paths.map((path) => ({ path }));
  if (paths.length !== SIDES.length) {
    usage(`${operation.id} compares two bundles: name the one before and the one after, or pipe both to it.`);
  }
  return SIDES.map((side: SideName, index) => ({ path: paths[index] ?? '', prefix: side }));
}

/** Without a path it is what is piped in; throws where nothing is. */
export function sourceOf(paths: readonly string[], operation: Operation, world: World): Source {
  if (paths.length === 1 && paths[0] === STDIN) return { kind: 'stdin' };
  if (paths.includes(STDIN)) usage('- is standard input, and stands alone: it cannot be mixed with paths.');
  if (paths.length > 0) return { kind: 'places', places: placesOf(paths, operation) };
  if (world.stdin.isTerminal) usage(`Name files or folders, or pipe something in. See portolan help ${operation.id}.`);
  return { kind: 'stdin' };
}

export async function readPlaces(places: readonly Place[], world: World): Promise<LocalFiles> {
  const reader = new LocalReader(world.folder);
  for (const place of places) await reader.read(place);
  const found = reader.found();
  if (found.files.length === 0) {
    const named = places.map(({ path }) => path).join(', ');
    usage(
      `There is no manifest in ${named}. In folders, files are taken whose names end in .yaml, .yml, .json and the like.`,
    );
  }
  return found;
}

function withoutInput(cause: unknown): never {
  if (!(cause instanceof ProblemError) || cause.problem.code !== 'empty-bundle') throw cause;
  return usage('Nothing was piped in: name files or folders, or pipe manifests in.');
}

/** `checked` gives the options that reading depends on. */
export async function readInput(
  source: Source,
  operation: Operation,
  { world, checked }: { readonly world: World; checked(): unknown },
): Promise<LocalInput> {
  if (source.kind === 'places') {
    const { links, ...bundle } = await readPlaces(source.places, world);
    return { bundle, sided: operation.takes === 'pair', options: {}, links };
  }
  const arriving = { body: world.stdin.stream(), contentType: null };
  const body = await receiveBody(arriving, { begin: beginOperation(operation, checked) }).catch(withoutInput);
  return { ...body, links: [] };
}
