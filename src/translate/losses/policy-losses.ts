/** How policies that were asked to differ from Docker differ: every narrowing of `least`, and everything of `none`. */

import { ALL, isEmpty, subtract } from '../../algebra/connection-set.ts';
import { usedOf } from '../networks/flows.ts';
import { meet, memberNetworks } from '../networks/membership.ts';
import { lose, type Plan } from '../plan.ts';
import { joinedTo } from '../proof/docker-side.ts';
import { reach } from './claims.ts';

export function notePolicies(plan: Plan): void {
  const { project, options, losses } = plan;
  const about = { code: 'L30', attribute: 'networks', severity: 'warning', origin: project.origin } as const;
  if (options.policies === 'none') {
    losses.add({
      ...about,
      reason: 'There are no policies, as was asked for: everything reaches everything.',
      claims: [reach({}, 'both')],
    });
  }
  if (options.policies === 'least') noteNarrowing(plan);
}

function noteNarrowing(plan: Plan): void {
  const networks = memberNetworks(plan);
  for (const { key, name: network, isExternal, members, origin } of networks) {
    const [first] = members;
    if (!isExternal || !first) continue;
    const claims = members.flatMap(({ services }) =>
      services.flatMap(({ name }) => [
        reach({ from: name, to: joinedTo(network) }, 'narrower'),
        reach({ from: joinedTo(network), to: name }, 'narrower'),
      ]),
    );
    const reason = `Others on ${key} are shut off: no service declares to use them.`;
    lose(plan, first.root, { code: 'L30', attribute: 'networks', reason, severity: 'warning', origin, claims });
  }
  for (const from of plan.units) {
    for (const to of plan.units) {
      if (!meet(networks, from, to)) continue;
      const narrower = subtract(ALL, usedOf(from, to));
      if (isEmpty(narrower)) continue;
      const claims = from.services.flatMap((source) =>
        to.services.map((target) => ({ kind: 'reach' as const, from: source.name, to: target.name, narrower })),
      );
      const what = isEmpty(usedOf(from, to)) ? 'nothing' : 'declared ports only';
      const reason = `${from.root.name} reaches ${what} of ${to.root.name}, with which it shares a network: it does not declare to use more.`;
      lose(plan, from.root, { code: 'L30', attribute: 'networks', reason, severity: 'warning', claims });
    }
  }
}
