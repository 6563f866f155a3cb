/** Boxes side by side in as many rows as they need: workloads that no line begins or ends at. */

import type { Box } from './box.ts';

export interface Flowed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

const GAP = 14;

/** From the origin, within `width` where a box is not wider itself. */
export function flow(boxes: readonly Box[], width: number): { boxes: Flowed[]; width: number; height: number } {
  let [x, y, rowHeight] = [0, 0, 0];
  const placed = boxes.map((box) => {
    if (x > 0 && x + box.width > width) [x, y, rowHeight] = [0, y + rowHeight + GAP, 0];
    const at = { box, x, y };
    x += box.width + GAP;
    rowHeight = Math.max(rowHeight, box.height);
    return at;
  });
  return {
    boxes: placed,
    width: placed.reduce((most, { box, x: left }) => Math.max(most, left + box.width), 0),
    height: y + rowHeight,
  };
}
