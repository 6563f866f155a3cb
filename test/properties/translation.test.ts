/** Translations of random projects: the proof holds, and no worse policies would pass it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPOSE, POLICIES } from '../../src/translate/options.ts';
import { composeText } from '../oracle/docker/compose-text.ts';
import { randomPicture } from '../oracle/docker/random-docker.ts';
import { mutations } from '../translate/mutations.ts';
import { linesOf, proofOf, translated } from '../translate/support.ts';

const options = fc.record({
  engine: fc.constantFrom('29', '28', 'before-28'),
  expose: fc.constantFrom(...EXPOSE),
  clusterCIDRs: fc.constantFrom([], ['10.0.0.0/8'], ['10.0.0.0/8', 'fd00::/8']),
});

/** The differences that nothing explains. */
function unexplained(compose: string, asked: Parameters<typeof translated>[1]): string[] {
  return linesOf(proofOf(translated(compose, asked))).filter((line) => line.endsWith(': ?'));
}

test('every difference of 500 random projects is explained by a listed loss, under every engine and option', () => {
  fc.assert(
    fc.property(randomPicture, options, (picture, asked) => {
      expect(unexplained(composeText(picture), { options: asked })).toEqual([]);
    }),
    { numRuns: 500, seed: 1 },
  );
}, 120_000);

test('so is every difference of policies that were asked to be narrower, or to be none', () => {
  fc.assert(
    fc.property(randomPicture, fc.constantFrom(...POLICIES), options, (picture, policies, asked) => {
      expect(unexplained(composeText(picture), { options: { ...asked, policies } })).toEqual([]);
    }),
    { numRuns: 100, seed: 2 },
  );
}, 120_000);

test('every single change of an emitted policy for the worse makes the proof fail', () => {
  let made = 0;
  fc.assert(
    fc.property(randomPicture, options, (picture, asked) => {
      const translation = translated(composeText(picture), { options: asked });
      const survivors = mutations(translation.files).filter(({ files }) => proofOf(translation, files).equivalent);
      made += mutations(translation.files).length;
      expect(survivors.map(({ what }) => what)).toEqual([]);
    }),
    { numRuns: 60, seed: 3 },
  );
  expect(made).toBeGreaterThan(1_000);
}, 240_000);
