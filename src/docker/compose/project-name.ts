/**
 * The name of a project: of the request, else of `COMPOSE_PROJECT_NAME`, else the last `name:` of its files, else its
 * folder's (https://docs.docker.com/compose/how-tos/project-name/). One that is given outright must be in its normal
 * form; one that is found is brought to it.
 */

import type { Source } from '../../ingest/document.ts';
import type { Read } from './files.ts';
import type { ComposeOptions } from './options.ts';
import { type Environment, lookupIn, type Session } from './session.ts';
import { fillIn } from './template.ts';

/** Of a project at the top of a bundle, whose folder has no name. */
const NAMELESS = 'project';

interface NameRequest {
  readonly sources: readonly Source[];
  readonly folder: string;
  readonly environment: Environment;
  readonly options: ComposeOptions;
}

/** Refuses, in a finding, a name that is none; a name that the folder would have had stands in for it. */
export function projectName({ sources, folder, environment, options }: NameRequest, session: Session): string {
  const isTop = folder === '.' || folder === options.root;
  const ofFolder = normalName(isTop ? NAMELESS : (folder.split('/').at(-1) ?? ''));
  const given = options.projectName || environment.get('COMPOSE_PROJECT_NAME');
  if (given) {
    if (normalName(given) === given) return given;
    refuse(session, 'The project name is not valid: lower case letters, digits, - and _, and a letter or digit first.');
    return normalName(given) || ofFolder || NAMELESS;
  }
  const { last, isFirst } = writtenName(sources, session);
  const { text } = fillIn(last, lookupIn(environment), () => {});
  const name = normalName(text);
  if (name !== '') return name;
  if (isFirst)
    refuse(session, 'The project name of the file is empty once it holds only lower case letters, digits, - and _.');
  else if (ofFolder === '')
    refuse(session, 'The folder has no name that a project can have. Give the file a name: of its own.');
  return ofFolder || NAMELESS;
}

/** Lower case letters, digits, `-` and `_`, with a letter or digit first. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

interface WrittenName {
  /** Of the last document that has one; '' where none has. */
  readonly last: string;
  /** Whether the first document of a file has one: then the folder's name never stands in for it. */
  readonly isFirst: boolean;
}

function writtenName(sources: readonly Source[], session: Session): WrittenName {
  const names = sources.map((source) => session.read(source).map(nameOf));
  return {
    last: names.flat().findLast((name) => name !== '') ?? '',
    isFirst: names.some(([first = '']) => first !== ''),
  };
}

function nameOf(read: Read): string {
  if ('fault' in read || read.root.kind !== 'mapping') return '';
  const name = read.root.entries.find(({ key }) => key === 'name')?.value;
  return name?.kind === 'scalar' ? name.text : '';
}

function refuse(session: Session, message: string): void {
  session.report.say({ rule: 'CMP045', severity: 'error', refused: true, message });
}
