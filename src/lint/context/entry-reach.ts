/**
 * Whether entry controllers reach what Ingresses and routes lead to: the one that the caller names, or one of which
 * nothing is known; and where policies leave that open, those whose images the bundle shows.
 */

import { type ConnectionSet, intersect, isEmpty, union } from '../../algebra/connection-set.ts';
import { type Cell, EMPTY_CELL } from '../../engine/cell.ts';
import type { Reach } from '../../engine/reach.ts';
import type { Opening } from '../../policy/way.ts';
import type { PodIndex } from './pod-index.ts';

/** Images of controllers that send requests to pods themselves. */
const CONTROLLER =
  /(?:^|\/)(?:ingress-nginx[/-]controller(?:-chroot)?|traefik|haproxy-ingress|kubernetes-ingress|kong)(?:[:@]|$)/;

export class EntryReach {
  readonly #reach: Reach;
  readonly #entry: number;
  readonly #controllers: readonly number[];
  #cells: Int32Array | undefined;

  constructor(reach: Reach, { templates }: PodIndex) {
    const shown = new Set(
      templates.flatMap(({ containers, hostNetwork, object }) => {
        const isController = containers.some((container) => CONTROLLER.test(container.stringAt('image') ?? ''));
        return isController && !hostNetwork ? [object.id] : [];
      }),
    );
    this.#reach = reach;
    this.#entry = reach.nodes.findIndex(({ kind }) => kind === 'entry');
    this.#controllers = reach.nodes.flatMap((node, i) =>
      node.kind === 'endpoint' && shown.has(node.endpoint.workload) ? [i] : [],
    );
  }

  /** Whether none of the ports that an opening leads to at a node lets a controller in. */
  isBlocked(opening: Opening, node: number): boolean {
    const ports = this.#reach.opened(opening, node).may;
    const { allow, unknown } = this.#fromEntry(node);
    if (!isEmpty(intersect(allow, ports))) return false;
    if (isEmpty(intersect(unknown, ports))) return true;
    return this.#controllers.length > 0 && this.#controllers.every((from) => this.#isClosed(from, node, ports));
  }

  #isClosed(from: number, node: number, ports: ConnectionSet): boolean {
    const { allow, unknown } = this.#reach.between(from, node);
    return isEmpty(intersect(union(allow, unknown), ports));
  }

  /** The row of the entry controller is asked for once: it has every Ingress in it. */
  #fromEntry(node: number): Cell {
    if (this.#entry < 0) return EMPTY_CELL;
    this.#cells ??= this.#readRow();
    const cell = this.#cells[this.#reach.destinations.classOf[node] ?? -1] ?? -1;
    return cell < 0 ? EMPTY_CELL : this.#reach.cellAt(cell);
  }

  #readRow(): Int32Array {
    const { sources, destinations } = this.#reach;
    const cells = new Int32Array(destinations.members.length).fill(-1);
    const row = this.#reach.row(sources.classOf[this.#entry] ?? 0);
    for (const [run, first] of row.firsts.entries()) {
      cells.fill(row.cells[run] ?? -1, first, (row.lasts[run] ?? first) + 1);
    }
    return cells;
  }
}
