/** A verb at a service: the files are sent to it as a form, the answer is what it says. */

import type { GivenOptions } from '../operations/given-options.ts';
import type { ProblemDocument } from '../util/problem-document.ts';
import { EXIT_CODES, type ExitCode, exitCodeOf } from './exit-code.ts';
import { CouldNotRun, writeProblem } from './failure.ts';
import { readPlaces } from './input.ts';
import type { Progress } from './progress.ts';
import { writeReport } from './report.ts';
import type { Command } from './run-here.ts';
import { usage } from './usage.ts';
import type { World } from './world.ts';

function addressOf(server: string, { operation, line }: Command): URL {
  if (!/^https?:\/\//i.test(server) || !URL.canParse(server))
    usage('--server takes a URL, such as http://127.0.0.1:8787.');
  const url = new URL(server);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/${operation.id}`;
  url.searchParams.set('format', line.format);
  if (line.gates.length > 0) url.searchParams.set('gate', line.gates.join(','));
  return url;
}

function withOptions(url: URL, options: GivenOptions): URL {
  for (const [name, value] of Object.entries(options)) {
    url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return url;
}

async function bodyOf({ source, line }: Command, world: World): Promise<FormData | ArrayBuffer> {
  if (source.kind === 'stdin') return new Response(world.stdin.stream()).arrayBuffer();
  const { files } = await readPlaces(source.places, world);
  const form = new FormData();
  form.append('options', JSON.stringify(line.options));
  for (const { path, bytes } of files) form.append('file', new Blob([new Uint8Array(bytes)]), path);
  return form;
}

/** What the network says, without the stack of causes that Node wraps it in. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(inner instanceof Error)) return String(inner);
  return inner.message || ('code' in inner ? String(inner.code) : inner.name);
}

async function ask(command: Command, server: string, world: World): Promise<Response> {
  const body = await bodyOf(command, world);
  const url = addressOf(server, command);
  if (!(body instanceof FormData)) withOptions(url, command.line.options);
  const token = world.environment['PORTOLAN_TOKEN'];
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    return await world.fetch(url, { method: 'POST', headers, body });
  } catch (cause) {
    throw new CouldNotRun(`${url.origin} does not answer: ${reasonOf(cause)}.`);
  }
}

async function problemOf(response: Response): Promise<Partial<ProblemDocument>> {
  const said = (response.headers.get('content-type') ?? '').includes('problem+json');
  const detail = `The service answers with status ${response.status}: is it a Portolan of this version?`;
  return said ? ((await response.json()) as ProblemDocument) : { detail };
}

async function* textOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) yield decoder.decode(chunk, { stream: true });
  } catch (cause) {
    throw new CouldNotRun(`The answer broke off: ${reasonOf(cause)}.`);
  }
  yield decoder.decode();
}

/** Throws a `ProblemError` where the service cannot be asked. */
export async function runThere(
  command: Command,
  server: string,
  { world, progress }: { readonly world: World; readonly progress: Progress },
): Promise<ExitCode> {
  await progress.step(`Asking ${server}`);
  const response = await ask(command, server, world);
  await progress.done();
  const code = exitCodeOf(response.status);
  if (code === EXIT_CODES.input.code || code === EXIT_CODES.failed.code) {
    await writeProblem(await problemOf(response), world.stderr);
    return code;
  }
  const brokeOff = await writeReport(textOf(response), world.stdout);
  return brokeOff ? EXIT_CODES.failed.code : code;
}
