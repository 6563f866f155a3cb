/** The network model against a second opinion, written from the engine's documentation alone. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Protocol } from '../../../../src/algebra/connection-set.ts';
import { composeText } from '../../../oracle/docker/compose-text.ts';
import { naiveAllowed, naiveReached } from '../../../oracle/docker/naive-docker.ts';
import { naiveNames } from '../../../oracle/docker/naive-docker-names.ts';
import {
  type Engine,
  LAN_ADDRESS,
  type LinkPicture,
  type Picture,
  type Probe,
  type ServicePicture,
} from '../../../oracle/docker/picture.ts';
import { endpointsOf, rootOf, serviceNamed } from '../../../oracle/docker/places.ts';
import { describeProbe, namesOf, probesOf } from '../../../oracle/docker/probes.ts';
import { randomPicture } from '../../../oracle/docker/random-docker.ts';
import { type AskedWorld, askAll } from './support.ts';

const ENGINES: readonly Engine[] = ['29', '28', 'before-28'];

test('random projects have the same open ways as the naive evaluator finds, under every engine', () => {
  fc.assert(
    fc.property(randomPicture, fc.constantFrom(...ENGINES), (picture, engine) => {
      const asked = askAll({ 'compose.yaml': composeText(picture) }, { engine, hostAddress: LAN_ADDRESS });
      const probes = probesOf(picture);
      const ours = probes.map((probe) => `${describeProbe(probe)}: ${answer(asked, probe)}`);
      const theirs = probes.map((probe) => `${describeProbe(probe)}: ${naive({ picture, engine }, probe)}`);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 500, seed: 1 },
  );
}, 60_000);

test('random projects resolve the same names as the naive evaluator finds', () => {
  fc.assert(
    fc.property(randomPicture, fc.constantFrom(...ENGINES), (picture, engine) => {
      const { names } = askAll({ 'compose.yaml': composeText(picture) }, { engine }).world;
      for (const { name: from } of picture.services) {
        const settled = namesOf(picture).filter((name) => !isOddLink(picture, from, name));
        for (const name of settled) {
          expect([from, name, names.resolve(from, name)]).toEqual([
            from,
            name,
            naiveNames({ picture, engine }, from, name),
          ]);
        }
      }
    }),
    { numRuns: 500, seed: 2 },
  );
}, 60_000);

/**
 * What only the engine's source says: an alias of links that is written twice, in other letters, or for a container on
 * no common network. `names.test.ts` has the cases.
 */
function isOddLink(picture: Picture, from: string, name: string): boolean {
  const asker = rootOf(picture, serviceNamed(picture, from));
  const links = asker.links.filter(({ alias }) => alias.toLowerCase() === name.toLowerCase());
  const networksOf = (of: ServicePicture) => endpointsOf(picture, of, '29').map(({ network }) => network.realName);
  const own = new Set(networksOf(asker));
  const isLost = ({ service }: LinkPicture) =>
    !networksOf(serviceNamed(picture, service)).some((each) => own.has(each));
  return links.length > 1 || links.some((link) => link.alias !== name || isLost(link));
}

function answer(asked: AskedWorld, probe: Probe): string | boolean {
  const { from, to, via, port } = probe;
  const protocol = probe.protocol.toUpperCase() as Protocol;
  if (via === 'published' || via === 'loopback') return asked.dials(from, via, { protocol, port }) ?? false;
  return asked.isOpen(from, to, { via, protocol, port });
}

function naive(question: { readonly picture: Picture; readonly engine: Engine }, probe: Probe): string | boolean {
  const isDialled = probe.via === 'published' || probe.via === 'loopback';
  return isDialled ? (naiveReached(question, probe) ?? false) : naiveAllowed(question, probe);
}
