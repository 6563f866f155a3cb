/**
 * Jobs as Workflows (https://developers.cloudflare.com/workflows/): orders are small, bundles and answers lie in R2,
 * and an isolate that is lost in the middle of one is replaced.
 */

import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';
import { carryOut } from '../../operations/carry-out.ts';
import { InlineRunner } from '../../operations/inline-runner.ts';
import type { Job, JobOrder } from '../../operations/job.ts';
import type { JobRunner } from '../../operations/ports.ts';
import { OPERATIONS } from '../../operations/registry.ts';
import { R2SnapshotStore } from './r2-snapshot-store.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
const keyOf = (id: string): string => `jobs/${id}`;

export class AnalysisWorkflow extends WorkflowEntrypoint<{ readonly STORE: R2Bucket }, JobOrder> {
  override async run({ payload, instanceId }: Readonly<WorkflowEvent<JobOrder>>, step: WorkflowStep): Promise<void> {
    await step.do('answer', async () => {
      const runner = new InlineRunner(OPERATIONS, new R2SnapshotStore(this.env.STORE));
      const workshop = { operations: OPERATIONS, runner };
      const { status, contentType, body } = await carryOut(payload, workshop, {
        id: instanceId,
        written: () => undefined,
      });
      await this.env.STORE.put(keyOf(instanceId), body, {
        httpMetadata: { contentType },
        customMetadata: { status: String(status), expires: String(Date.now() + KEPT_MS) },
      });
    });
  }
}

/** Orders and finds the jobs that `AnalysisWorkflow` carries out. */
export class WorkflowJobRunner implements JobRunner {
  readonly #workflow: Workflow<JobOrder>;
  readonly #store: R2Bucket;

  constructor(workflow: Workflow<JobOrder>, store: R2Bucket) {
    this.#workflow = workflow;
    this.#store = store;
  }

  async start(order: JobOrder): Promise<string> {
    const { id } = await this.#workflow.create({ id: crypto.randomUUID(), params: order });
    return id;
  }

  async find(id: string): Promise<Job | undefined> {
    const object = await this.#store.get(keyOf(id));
    if (!object) return this.#unfinished(id);
    const { status = '500', expires = '0' } = object.customMetadata ?? {};
    if (Number(expires) <= Date.now()) return undefined;
    const contentType = object.httpMetadata?.contentType ?? 'application/octet-stream';
    return { state: 'done', result: { status: Number(status), contentType, body: await object.text() } };
  }

  async #unfinished(id: string): Promise<Job | undefined> {
    // An unknown id is an exception of the binding.
    const instance = await this.#workflow.get(id).catch(() => undefined);
    if (!instance) return undefined;
    const { status } = await instance.status();
    if (status === 'errored' || status === 'terminated') return undefined;
    return status === 'queued' ? { state: 'queued' } : { state: 'running', written: 0 };
  }
}
