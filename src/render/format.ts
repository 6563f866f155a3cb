/** What a format is: a name for `?format=`, a media type for `Accept`, and a way to write an answer from one view. */

import type { Answer, OptionalView } from './answer.ts';
import type { Chunk } from './chunk.ts';
import type { Graph } from './graph.ts';

export interface Format {
  /** As in `?format=`. */
  readonly name: string;
  /** As in `Accept`, without parameters. */
  readonly mediaType: string;
  /** Parameters of the `Content-Type`, such as `charset=utf-8`; JSON has none (RFC 8259 §11). */
  readonly parameters?: string;
  /** What a reader of the reference should know. */
  readonly description: string;
  /** The view it is written from, where not every answer has it. */
  readonly needs?: OptionalView;
  /** The whole text, or chunks of it that are computed while they are read. */
  write(answer: Answer): string | Iterable<Chunk>;
}

/** The `Content-Type` of what a format writes. */
export function contentTypeOf({ mediaType, parameters }: Pick<Format, 'mediaType' | 'parameters'>): string {
  return parameters === undefined ? mediaType : `${mediaType}; ${parameters}`;
}

type Drawn = Omit<Format, 'needs' | 'write'> & { draw(graph: Graph): string | Iterable<string> };

/** A format that draws the graph of an answer. */
export function graphFormat({ draw, ...format }: Drawn): Format {
  return {
    ...format,
    needs: 'graph',
    write(answer) {
      if (answer.graph === undefined) throw new TypeError(`${format.name} was asked of an answer without a graph`);
      return draw(answer.graph());
    },
  };
}
