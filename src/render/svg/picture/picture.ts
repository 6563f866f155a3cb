/** Few ends and few links: boxes in columns, each namespace a panel, the outside at the left and at the right. */

import { element, textAt } from '../element.ts';
import { linkText } from '../kinds.ts';
import type { Drawing } from '../page.ts';
import type { Sketch } from '../sketch.ts';
import { fitText } from '../text-width.ts';
import { drawBox } from './draw-box.ts';
import { drawLine } from './draw-line.ts';
import { type Flowed, flow } from './flow.ts';
import { legendOf } from './legend.ts';
import { orderOf } from './order.ts';
import { columnSpans, LANE, type Places, placesOf, type Span } from './place.ts';
import { type Plan, planOf } from './plan.ts';

/** Panels are at least so wide, for their titles. */
const NARROWEST = 120;
/** Workloads without any line have at least so much room. */
const CLOSED_WIDTH = 480;
const CLOSED_TITLE = 40;

/** Workloads without any line, below the panels. */
interface Closed {
  readonly boxes: readonly Flowed[];
  readonly top: number;
}

interface Frame {
  readonly columns: readonly Span[];
  /** From the left edge of the panels to the right. */
  readonly panels: Span;
  readonly width: number;
}

/** The columns moved to their places: panels reach around those between the outside ones. */
function frameOf(plan: Plan, spans: readonly Span[]): Frame {
  const shift = (spans[0]?.end ?? 0) === 0 ? LANE.padding : 0;
  const inner = spans.slice(1, plan.items.some(({ column, lane }) => lane === -1 && column > 0) ? -1 : undefined);
  const start = shift + (inner[0]?.start ?? 0) - LANE.padding;
  const last = Math.max(inner.at(-1)?.end ?? 0, (inner[0]?.start ?? 0) + NARROWEST);
  const wider = last - (inner.at(-1)?.end ?? 0);
  const columns = spans.map((span, index) => {
    const by = shift + (index > inner.length ? wider : 0);
    return { start: span.start + by, end: span.end + by };
  });
  const end = shift + last + LANE.padding;
  return { columns, panels: { start, end }, width: Math.max(end, columns.at(-1)?.end ?? 0) };
}

interface Layout {
  readonly sketch: Sketch;
  readonly plan: Plan;
  readonly frame: Frame;
  readonly places: Places;
  readonly closed: Closed;
}

function panel({ sketch, frame }: Layout, index: number, { start, end }: Span): string {
  const { start: x, end: right } = frame.panels;
  const y = start - LANE.title;
  const height = end + LANE.padding - y;
  const title = fitText(sketch.groups[index]?.title ?? '', 11, right - x - 3 * LANE.padding);
  const look = { rx: 10, class: 'fill-panel' };
  return (
    element('rect', { x, y, width: right - x, height, ...look }) +
    textAt([x + LANE.padding, y + 22], title, { class: 'strong fill-soft' })
  );
}

function* closedBoxes({ frame, closed }: Layout): Generator<string> {
  if (closed.boxes.length === 0) return;
  const x = frame.panels.start;
  yield `${textAt([x, closed.top - 10], 'Reach nothing and are reached by nothing', { class: 'strong fill-soft' })}\n`;
  for (const { box, x: left, y: top } of closed.boxes) {
    yield `${drawBox(box, { x: x + left, y: closed.top + top, width: box.width })}\n`;
  }
}

function* body(layout: Layout): Generator<string> {
  const { plan, frame, places } = layout;
  for (const [index, lane] of places.lanes.entries()) {
    if (lane.end > lane.start) yield `${panel(layout, index, lane)}\n`;
  }
  for (const line of plan.lines) yield `${drawLine(line, { columns: frame.columns, tops: places.tops })}\n`;
  for (const item of plan.items) {
    const { start = 0, end = 0 } = frame.columns[item.column] ?? {};
    if (item.box === undefined) continue;
    yield `${drawBox(item.box, { x: start, y: places.tops.get(item) ?? 0, width: end - start })}\n`;
  }
  yield* closedBoxes(layout);
}

function describe({ spots, links }: Sketch): string {
  const inside = spots.filter(({ place }) => place === 'inside').length;
  const sentences = links.map((link) => `${link.from.name} to ${link.to.name}: ${linkText(link)}.`);
  return [`${inside} workloads and ${links.length} connections.`, ...sentences].join(' ');
}

/** Below everything that has lines; 0 where nothing has. */
function bottomOf({ lanes, tops }: Places): number {
  if (tops.size === 0) return 0;
  const lowest = Math.max(...[...tops].map(([{ height }, top]) => top + height));
  return Math.max(lowest, (lanes.at(-1)?.end ?? 0) + LANE.padding);
}

/** A lane for every namespace that has lines, and one for workloads without a namespace. */
function lanesOf({ groups, spots }: Sketch): number {
  const ungrouped = spots.some(({ place, group }) => place === 'inside' && group === undefined);
  return groups.length + (ungrouped ? 1 : 0);
}

export function picture(sketch: Sketch): Drawing {
  const plan = planOf(sketch);
  const order = orderOf(plan);
  const frame = frameOf(plan, columnSpans(plan, order));
  const places = placesOf(plan, order, lanesOf(sketch));
  const bottom = bottomOf(places);
  const { boxes, width, height } = flow(plan.closed, Math.max(frame.panels.end - frame.panels.start, CLOSED_WIDTH));
  const closed = { boxes, top: bottom + CLOSED_TITLE };
  return {
    width: Math.max(frame.width, frame.panels.start + width),
    height: boxes.length === 0 ? bottom : closed.top + height,
    body: body({ sketch, plan, frame, places, closed }),
    legend: legendOf(plan),
    description: describe(sketch),
  };
}
