/**
 * What differs between versions of the Docker Engine as far as it decides connectivity
 * (https://docs.docker.com/engine/release-notes/28/, https://docs.docker.com/engine/release-notes/29/). The rest of this
 * folder asks for a trait, never for a version. Tested in `test/policy/dialects/docker-network/engines.test.ts`.
 */

export const DOCKER_ENGINES = ['29', '28', 'before-28'] as const;
export type DockerEngine = (typeof DOCKER_ENGINES)[number];

export interface EngineTraits {
  readonly version: DockerEngine;
  /** Gateway modes (`nat-unprotected`, `routed`, `isolated`) and `gw_priority` exist. */
  readonly hasGatewayModes: boolean;
  /** Containers of other networks may enter a `nat-unprotected` network; the LAN always may. */
  readonly bridgesMeet: boolean;
  /** A `routed` network opens published ports only where it is the container's gateway. */
  readonly routedNeedsGateway: boolean;
  /** Published ports are open to the LAN at the container's own address, whatever host address they are bound to. */
  readonly lanSeesPublished: boolean;
}

const TRAITS: Readonly<Record<DockerEngine, EngineTraits>> = {
  '29': {
    version: '29',
    hasGatewayModes: true,
    bridgesMeet: true,
    routedNeedsGateway: false,
    lanSeesPublished: false,
  },
  '28': {
    version: '28',
    hasGatewayModes: true,
    bridgesMeet: false,
    routedNeedsGateway: true,
    lanSeesPublished: false,
  },
  'before-28': {
    version: 'before-28',
    hasGatewayModes: false,
    bridgesMeet: false,
    routedNeedsGateway: true,
    lanSeesPublished: true,
  },
};

export function traitsOf(engine: DockerEngine): EngineTraits {
  return TRAITS[engine];
}
