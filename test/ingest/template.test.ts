import { describe, expect, it } from 'vitest';
import { faults, POD, read, values } from './reading.ts';

const TEMPLATES: readonly (readonly [what: string, text: string, place: string])[] = [
  ['an action as the whole value', 'a: {{ .Values.x }}\nb: c\n', '1:4'],
  ['an action that starts a value', 'a: b\nc: {{ .Release.Name }}-web\n', '2:4'],
  ['a pipeline', 'a: {{ include "x" . | nindent 4 }}\n', '1:4'],
  ['a control line at the top', `{{- if .Values.x }}\n${POD}{{- end }}\n`, '1:1'],
  ['a control line below', `${POD}{{- if .Values.x }}\nx: y\n{{- end }}\n`, '3:1'],
  ['a control line in a list', `${POD}x:\n  {{- range .Values.x }}\n  - {{ . }}\n  {{- end }}\n`, '4:3'],
  ['an action behind a block scalar', 'a: |\n  {{ x }}\nb: {{ y }}\n', '3:4'],
  ['an action behind a block scalar in a list', '- a: |\n    {{ x }}\n  b: {{ y }}\n', '3:6'],
  ['an action behind a comment and a quote', '# {{ x }}\na: "{{ x }}" # {{ x }}\nb: {{ y }}\n', '3:4'],
  ['a file that starts with one', '{{ template "x" . }}', '1:1'],
  ['Jinja', '{% if x %}\na: b\n{% endif %}\n', '1:1'],
];

describe('an unrendered template', () => {
  it.each(TEMPLATES)('is said to be one, where it starts: %s', (_, text, place) => {
    expect(faults(read(text))).toEqual([`YML004 ${place}`]);
  });

  it('is told to be rendered first, and hides no other document', () => {
    const parsed = read(`a: {{ x }}\n---\n${POD}`);
    expect(parsed.findings[0]).toMatchObject({ severity: 'error', unreadable: true });
    expect(parsed.findings[0]?.message).toContain('helm template');
    expect(values(parsed)).toHaveLength(1);
  });

  it.each([
    ['a block scalar', 'a: |\n  {{ x }}\n  {{- if y }}\n'],
    ['a quoted text', 'a: "{{ x }}"\nb: \'{{ y }}\'\n'],
    ['a comment', '# {{ x }}\na: b # {{ y }}\n'],
    ['the middle of a plain text', 'a: Instance {{ $labels.instance }} is down\n'],
  ])('is not suspected in %s', (_, text) => {
    expect(faults(read(POD + text))).toEqual([]);
  });

  it('is not suspected when a text with braces stands in a document that is broken elsewhere', () => {
    expect(faults(read('a: |\n  {{ x }}\nb: c: d\n'))).toEqual(['YML001 3:5']);
  });
});
