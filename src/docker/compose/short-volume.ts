/**
 * The short form of a mount, `[SOURCE:]TARGET[:OPTIONS]`
 * (https://docs.docker.com/reference/compose-file/services/#short-syntax-5). A single letter before a colon is taken
 * for a Windows drive, so a volume of one letter is a path of the host, as in the reference implementation.
 */

import { cleanPath } from './paths.ts';

export interface ShortVolume {
  readonly type: 'bind' | 'volume';
  readonly source?: string;
  readonly target: string;
  readonly read_only: boolean;
  /** Options of a bind mount: its propagation and its SELinux label. */
  readonly propagation?: string;
  readonly selinux?: string;
  readonly nocopy: boolean;
}

const PROPAGATIONS: readonly string[] = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'];

/** What a text stands for; or what is wrong with it. */
export function parseShortVolume(spec: string): ShortVolume | string {
  if (spec === '') return 'The mount is empty.';
  if (spec.length <= 2) return { type: 'volume', target: cleanPath(spec), read_only: false, nocopy: false };
  const fields = fieldsOf(spec);
  if (fields.includes('')) return 'A part between the colons of the mount is empty.';
  if (fields.length > 3) return 'The mount has too many colons.';
  const [first = '', second, options] = fields;
  const source = second === undefined ? undefined : first;
  const type = source !== undefined && isHostPath(source) ? 'bind' : 'volume';
  return {
    type,
    ...(source === undefined ? {} : { source }),
    target: cleanPath(second ?? first),
    ...optionsOf((options ?? '').split(',')),
  };
}

function optionsOf(options: readonly string[]): Pick<ShortVolume, 'read_only' | 'nocopy' | 'propagation' | 'selinux'> {
  const propagation = options.findLast((option) => PROPAGATIONS.includes(option));
  const selinux = options.findLast((option) => option === 'z' || option === 'Z');
  return {
    read_only: options.findLast((option) => option === 'ro' || option === 'rw') === 'ro',
    nocopy: options.includes('nocopy'),
    ...(propagation === undefined ? {} : { propagation }),
    ...(selinux === undefined ? {} : { selinux }),
  };
}

/** The parts between colons; the colon behind a drive letter belongs to its part. */
function fieldsOf(spec: string): string[] {
  const fields: string[] = [];
  let field = '';
  for (const char of spec) {
    if (char === ':' && !/^\p{L}$/u.test(field)) {
      fields.push(field);
      field = '';
    } else {
      field += char;
    }
  }
  return [...fields, field];
}

/** Whether a source is a path of the host and not the name of a volume. */
function isHostPath(source: string): boolean {
  return /^[./~]/.test(source) || source.startsWith('\\\\') || /^\p{L}:/u.test(source);
}
