/** Dependencies between services that go in a circle, each circle told once. */

import { at, entriesOf, type Node } from './node.ts';
import type { Report } from './report.ts';

export function checkCycles(services: ReadonlyMap<string, Node>, report: Report): void {
  const done = new Set<string>();
  for (const start of services.keys()) {
    if (done.has(start)) continue;
    const trail = new Trail(services, done, report);
    trail.follow(start);
  }
}

interface Step {
  readonly name: string;
  /** The dependency that is being followed. */
  along: Node | undefined;
  readonly rest: Iterator<[string, Node]>;
}

/** A walk along dependencies, without recursion: a chain may be as long as a project has services. */
class Trail {
  readonly #services: ReadonlyMap<string, Node>;
  readonly #done: Set<string>;
  readonly #report: Report;
  readonly #steps: Step[] = [];
  readonly #open = new Set<string>();

  constructor(services: ReadonlyMap<string, Node>, done: Set<string>, report: Report) {
    this.#services = services;
    this.#done = done;
    this.#report = report;
  }

  follow(start: string): void {
    this.#enter(start);
    for (let step = this.#steps.at(-1); step; step = this.#steps.at(-1)) {
      const next = step.rest.next();
      if (next.done) {
        this.#leave(step.name);
      } else {
        step.along = next.value[1];
        this.#look(...next.value);
      }
    }
  }

  #look(name: string, dependency: Node): void {
    if (this.#open.has(name)) {
      const first = this.#steps.findIndex((step) => step.name === name);
      const circle = shortened([...this.#steps.slice(first).map((step) => step.name), name]).join(' -> ');
      const message = `The dependencies go in a circle: ${circle}. Break it.`;
      this.#report.refuse('CMP006', (this.#steps[first]?.along ?? dependency).origin, message);
    } else if (!this.#done.has(name) && this.#services.has(name)) {
      this.#enter(name);
    }
  }

  #enter(name: string): void {
    this.#open.add(name);
    this.#steps.push({
      name,
      along: undefined,
      rest: entriesOf(at(this.#services.get(name), 'depends_on'))[Symbol.iterator](),
    });
  }

  #leave(name: string): void {
    this.#steps.pop();
    this.#open.delete(name);
    this.#done.add(name);
  }
}

/** Names told of a circle, at either end. */
const MOST_NAMES = 5;

function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 2 * MOST_NAMES ? names : [...names.slice(0, MOST_NAMES), '…', ...names.slice(-MOST_NAMES)];
}
