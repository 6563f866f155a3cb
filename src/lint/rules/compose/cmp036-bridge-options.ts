/** CMP036: an option of the bridge driver that the engine refuses or does not know. */

import type { Network } from '../../../docker/network.ts';
import type { Origin } from '../../../ingest/document.ts';
import { pointOf } from '../../context/addresses.ts';
import { isInternal } from '../../context/joined.ts';
import type { DockerRule, Report } from '../../rule.ts';

const PREFIX = 'com.docker.network.';
/** Longer names are none to the kernel. */
const LONGEST_NAME = 15;

/** What is wrong with the value of an option; undefined where nothing is. */
type OptionCheck = (value: string) => string | undefined;

const anything: OptionCheck = () => undefined;
const isBoolean: OptionCheck = (value) =>
  /^(?:1|t|true|0|f|false)$/i.test(value) ? undefined : 'The option must be true or false.';
const isMode: OptionCheck = (value) =>
  ['nat', 'nat-unprotected', 'routed', 'isolated'].includes(value)
    ? undefined
    : 'The gateway mode must be nat, nat-unprotected, routed or isolated.';

const OPTIONS: ReadonlyMap<string, OptionCheck> = new Map([
  ['bridge.default_bridge', isBoolean],
  ['bridge.enable_icc', isBoolean],
  ['bridge.enable_ip_masquerade', isBoolean],
  ['bridge.gateway_mode_ipv4', isMode],
  ['bridge.gateway_mode_ipv6', isMode],
  [
    'bridge.host_binding_ipv4',
    (value) => (pointOf(value)?.family === 'IPv4' ? undefined : 'The binding must be an IPv4 address.'),
  ],
  ['bridge.inhibit_ipv4', isBoolean],
  [
    'bridge.name',
    (value) =>
      value.length <= LONGEST_NAME ? undefined : `The name of an interface has at most ${LONGEST_NAME} characters.`,
  ],
  ['bridge.trusted_host_interfaces', anything],
  ['container_iface_prefix', anything],
  ['driver.mtu', (value) => (/^[0-9]+$/.test(value) ? undefined : 'The MTU must be a number.')],
  ['host_ipv4', anything],
  ['host_ipv6', anything],
]);

export const bridgeOptions: DockerRule = {
  id: 'CMP036',
  model: 'docker',
  severity: 'warning',
  title: 'An option of the bridge driver is not valid',
  why: 'The engine refuses wrong values and passes over names it does not know.',
  fix: 'Use an option that the bridge driver has, with a value it takes.',
  references: ['https://docs.docker.com/engine/network/drivers/bridge/#options'],
  bad: [
    {
      line: 4,
      text: `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver_opts: { com.docker.network.bridge.enable-icc: "false" } }
`,
    },
  ],
  good: [
    `services:
  a: { image: nginx, networks: [one] }
networks:
  one: { driver_opts: { com.docker.network.bridge.enable_icc: "false" } }
`,
  ],
  check({ project }, report) {
    for (const network of project.networks.values()) {
      const isBridge = network.driver === undefined || network.driver.value === 'bridge';
      for (const [key, { value, origin }] of network.driver_opts) {
        if (!key.startsWith(PREFIX)) continue;
        const option = key.slice(PREFIX.length);
        if (!isBridge) {
          if (option.startsWith('bridge.'))
            report(origin, `The driver of ${network.key} is not bridge, so the option has no effect.`);
          continue;
        }
        const check = OPTIONS.get(option);
        const fault = check ? check(value) : 'The engine knows no option of this name.';
        if (fault !== undefined) report(origin, fault, { severity: check ? 'error' : 'warning' });
        if (option.startsWith('bridge.gateway_mode_') && value === 'isolated') checkIsolated(network, origin, report);
      }
    }
  },
};

function checkIsolated(network: Network, origin: Origin, report: Report): void {
  if (isInternal(network)) return;
  report(origin, `Only an internal network can be isolated: ${network.key} is not created. Add internal: true.`, {
    severity: 'error',
  });
}
