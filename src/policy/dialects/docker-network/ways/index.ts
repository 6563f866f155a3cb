/** The ways of Docker, each with the policies that watch it. A connection is possible where one of them lets it be. */

import type { Origin } from '../../../../ingest/document.ts';
import type { DockerManner, Way } from '../../../way.ts';
import { type Entry, type Judged, shut, tierOf } from '../cause.ts';
import type { EngineTraits } from '../engine.ts';
import { inHousehold } from '../peers.ts';
import { type Household, householdsOf } from '../place.ts';
import type { Places } from '../places.ts';
import { directEgress } from './direct-egress.ts';
import { directIngress } from './direct-ingress.ts';
import { outsideEgress } from './egress.ts';
import { hostProcessEgress } from './host-process.ts';
import { type Links, linksOf } from './links.ts';
import { outsiders } from './outsiders.ts';
import { publishedEgress, publishedIngress } from './published.ts';

const MANNERS: readonly DockerManner[] = ['direct', 'published', 'loopback', 'host-process', 'egress'];

interface Around {
  readonly traits: EngineTraits;
  readonly links: Links;
}

/** `origin`: where the projects are. */
export function dockerWays(places: Places, traits: EngineTraits, origin: Origin): Way[] {
  const households = householdsOf(places.all);
  const around = { traits, links: linksOf(households, places) };
  return MANNERS.map((via) => {
    const judged = households.flatMap((household) => judge(via, household, around));
    const tier = tierOf(via, [...judged, ...outsiders(via, origin)]);
    return { via, stack: { layers: [{ name: 'docker', tiers: [tier] }] } };
  });
}

function judge(via: DockerManner, household: Household, { traits, links }: Around): Judged[] {
  switch (via) {
    case 'direct':
      return [directEgress(household, links), directIngress({ household, traits, links })];
    case 'published':
    case 'loopback':
      return [publishedEgress(household, via), publishedIngress(household, via)];
    case 'host-process':
      return [hostProcessEgress(household), noProcess(household)];
    case 'egress':
      return [outsideEgress(household), noProcess(household)];
  }
}

/** No service is a process of the host, or lies outside. */
function noProcess(household: Household): Judged {
  const [{ id, service }] = household.places;
  const entry: Entry = { kind: 'service', name: id, origin: service.origin, text: `${id} is reached in other ways` };
  return { allows: [], denies: [], ends: [shut(entry, inHousehold(household), 'ingress')] };
}
