/**
 * The graph as a picture that stands alone (SVG 2, https://www.w3.org/TR/SVG2/): few ends are drawn as boxes and
 * lines, more as a matrix, very many as a matrix of namespaces. Made for a README: no script, no font, no reference to
 * anything else, real text, light and dark, and the same bytes for the same graph.
 */

import { graphFormat } from './format.ts';
import { chooseDrawing } from './svg/choose.ts';
import { matrix } from './svg/matrix/matrix.ts';
import { namespaceMatrix } from './svg/matrix/namespace-matrix.ts';
import { page } from './svg/page.ts';
import { picture } from './svg/picture/picture.ts';
import { sketchOf } from './svg/sketch.ts';

const DRAWINGS = { picture, matrix, namespaces: namespaceMatrix } as const;

export const svg = graphFormat({
  name: 'svg',
  mediaType: 'image/svg+xml',
  description: 'A picture: boxes and lines for few workloads, a matrix for more, by namespace for very many.',
  draw(graph) {
    const sketch = sketchOf(graph);
    return page(sketch, DRAWINGS[chooseDrawing(sketch)](sketch));
  },
});
