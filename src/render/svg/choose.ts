/** Which drawing shows a graph best, by how much there is to see. */

import type { Sketch } from './sketch.ts';

/** Lines can be followed by eye up to here. */
export const PICTURE = { spots: 30, links: 48, linksPerSpot: 2 } as const;
/** So many rows and columns a matrix may have before namespaces are counted instead. */
export const MATRIX_ENDS = 400;
/** The same where there are no namespaces to count by. */
export const MATRIX_ENDS_ALONE = 1000;

export function chooseDrawing({ spots, links, groups }: Sketch): 'picture' | 'matrix' | 'namespaces' {
  const few = spots.length <= PICTURE.spots && links.length <= PICTURE.links;
  if (few && links.length <= PICTURE.linksPerSpot * spots.length) return 'picture';
  const rows = spots.filter(({ place }) => place !== 'behind').length;
  const columns = spots.filter(({ place }) => place !== 'before').length;
  return Math.max(rows, columns) <= (groups.length < 2 ? MATRIX_ENDS_ALONE : MATRIX_ENDS) ? 'matrix' : 'namespaces';
}
