/**
 * The variables of a project: those of the request, and below them those of a `.env` file of the bundle. The variables
 * of the machine are never read
 * (https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/).
 */

import type { Source } from '../../ingest/document.ts';
import { type EnvFileContext, parseEnvFile } from './env-file.ts';
import { joinPath } from './paths.ts';
import { type Environment, lookupIn, type Session } from './session.ts';

/**
 * Adds the variables of files that are not set yet; of the files the last one counts. A line may use what is set, and
 * what the lines and files before it say.
 */
export function withEnvFiles(session: Session, environment: Environment, paths: readonly string[]): Environment {
  const values = new Map<string, string>();
  for (const path of paths) {
    const source = session.find(path);
    if (!source) continue;
    const own = readEnvFile(session, source, { lookup: lookupIn(environment), known: values });
    for (const [name, value] of own) values.set(name, value);
  }
  return new Map([...values, ...environment]);
}

/** The same with the `.env` file of a folder, where there is one. */
export function withDotEnv(session: Session, environment: Environment, folder: string): Environment {
  return withEnvFiles(session, environment, [joinPath(folder, '.env')]);
}

function readEnvFile(
  session: Session,
  source: Source,
  variables: Omit<EnvFileContext, 'spend'>,
): ReadonlyMap<string, string> {
  // The budget speaks of the project as a whole; an environment file is no document that it could point into.
  const document = { source, start: 0, end: source.text.length, prefix: '', value: {} };
  const spend = (count: number) => session.budget.spend('text', count, { document, pointer: '' });
  const { values, fault } = parseEnvFile(source.text, { ...variables, spend });
  if (fault) {
    const place = { source, offset: fault.offset };
    session.report.say({ rule: 'CMP039', severity: 'error', refused: true, message: fault.message, place });
  }
  return values;
}
