import { expect, it } from 'vitest';
import { Report } from '../../../src/docker/compose/report.ts';
import { originOf } from '../../../src/ingest/index.ts';
import { read } from '../../ingest/reading.ts';

it('The same thing is said once about one place, whether the origin is the document itself or made of it.', () => {
  const { documents } = read('a: 1\n---\nb: 2\n', {}, 'compose.yaml');
  const report = new Report();
  for (const document of documents) {
    report.refuse('COM001', originOf(document), 'is wrong');
    report.refuse('COM001', { document, pointer: '' }, 'is wrong');
  }
  expect(report.findings.map(({ place }) => place && 'document' in place && place.document)).toEqual(documents);
});
