import { expect, it } from 'vitest';
import { Report } from '../../../src/docker/compose/report.ts';
import { originOf } from '../../../src/ingest/index.ts';
import { POD, read } from '../../ingest/reading.ts';

it('The same thing is said once about one place, whether the origin is the document itself or made of it.', () => {
  const { documents } = read(`${POD}---\n${POD}`);
  const report = new Report();
  for (const document of documents) {
    report.refuse('COM001', originOf(document), 'is wrong');
    report.refuse('COM001', { document, pointer: '' }, 'is wrong');
  }
  const said = report.findings.map(({ place }) => place && 'document' in place && place.document);
  expect(said).toEqual(documents);
  expect(said).toHaveLength(2);
});
