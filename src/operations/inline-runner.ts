/** Runs a task where it is asked for: reads the body while it arrives, and writes the answer while it is computed. */

import { receiveBody } from '../ingest/index.ts';
import { bodyOf } from '../render/body-stream.ts';
import { trippedGates, withGate } from './gate.ts';
import { type GivenOptions, readOptions } from './given-options.ts';
import type { Operation } from './operation.ts';
import { type OptionSchemas, optionSchemas } from './option-values.ts';
import type { AnalysisRunner, Task, TaskWatch, Written } from './ports.ts';
import { beginOperation, runOperation } from './run.ts';

export class InlineRunner implements AnalysisRunner {
  readonly #schemas: ReadonlyMap<Operation, OptionSchemas>;

  constructor(operations: readonly Operation[]) {
    this.#schemas = new Map(operations.map((operation) => [operation, optionSchemas(operation.input)]));
  }

  async run(task: Task, watch: TaskWatch): Promise<Written> {
    const { operation, query, format, gates } = task;
    const schemas = this.#schemas.get(operation) ?? optionSchemas(operation.input);
    const inputOf = (given: GivenOptions) => readOptions(operation.input, { query, body: given }, schemas);
    const { options, ...brought } = await receiveBody(task, {
      begin: beginOperation(operation, () => inputOf({})),
      counted: (bytes) => watch.count(bytes),
    });
    const answer = runOperation(operation, brought, inputOf(options));
    const tripped = trippedGates(answer, gates);
    return { tripped, body: bodyOf(format.write(withGate(answer, tripped)), () => watch.end()) };
  }
}
