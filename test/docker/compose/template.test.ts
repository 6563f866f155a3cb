/** Variables in values (https://docs.docker.com/reference/compose-file/interpolation/). */

import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../src/docker/compose/template.ts';

const VALUES: Readonly<Record<string, string>> = { SET: 'v', EMPTY: '', low: 'l' };

function fill(template: string) {
  return fillIn(
    template,
    (name) => VALUES[name],
    () => {},
  );
}

describe('a template', () => {
  it.each([
    ['$SET', 'v'],
    ['a$SET-b', 'av-b'],
    [`\${SET}b`, 'vb'],
    ['$low', 'l'],
    ['$UNSET.', '.'],
    ['$$SET', '$SET'],
    ['$', '$'],
    ['x$1', 'x$1'],
    [`\${UNSET-d}\${EMPTY-d}\${SET-d}`, 'dv'],
    [`\${UNSET:-d}\${EMPTY:-d}\${SET:-d}`, 'ddv'],
    [`\${UNSET+d}.\${EMPTY+d}.\${SET+d}`, '.d.d'],
    [`\${UNSET:+d}.\${EMPTY:+d}.\${SET:+d}`, '..d'],
    [`\${SET?}\${EMPTY?}\${SET:?}`, 'vv'],
    [`\${UNSET:-\${EMPTY:-x}y}`, 'xy'],
    [`\${UNSET:-$$SET}`, '$SET'],
    [`\${UNSET:-{}}`, '{}'],
    [`\${UNSET:-a}}b`, 'a}b'],
    [`\${UNSET:-a}b}\${SET}`, 'ab}v'],
    [`\${SET:-x}-\${UNSET:-y}-\${low?}`, 'v-y-l'],
  ])('%s is filled in as %s', (template, text) => {
    expect(fill(template)).toMatchObject({ text });
    expect(fill(template).fault).toBeUndefined();
  });

  it.each([
    `\${SET!}`,
    `\${}`,
    `\${ SET }`,
    `\${SET:=x}`,
    `\${SET`,
    `\${UNSET:-\${SET}`,
    `\${UNSET:-\nx}`,
    `a\${SET}b\${SET`,
  ])('%j is malformed', (template) => {
    expect(fill(template).fault).toEqual({ kind: 'malformed' });
  });

  it.each([
    [`\${UNSET?say so}`, 'say so'],
    [`\${EMPTY:?}`, ''],
    [`\${UNSET?not $SET}`, ''],
  ])('%s lacks a value, and its reason is told where no variable stands in it', (template, reason) => {
    expect(fill(template).fault).toMatchObject({ kind: 'required', reason });
  });

  it('tells whether a value of a variable is part of the text, and which variables are not set', () => {
    expect(fill(`\${UNSET:-d}`).filled).toBe(false);
    expect(fill('$SET').filled).toBe(true);
    expect(fill('$UNSET $OTHER').unset).toEqual(['UNSET', 'OTHER']);
  });

  it('is refused where defaults nest too deep', () => {
    const deep = `${`\${UNSET:-`.repeat(200)}x${'}'.repeat(200)}`;
    expect(fill(deep).fault).toEqual({ kind: 'too-deep' });
  });

  it('counts what it makes before it is put together', () => {
    let made = 0;
    fillIn(
      '$SET$SET',
      () => 'x'.repeat(10),
      (count) => {
        made += count;
      },
    );
    expect(made).toBe(20);
  });
});
