/**
 * What holds where nothing is configured: whoever asks by a loopback name is on this machine. A name of another host
 * that leads here (DNS rebinding) is no such name.
 */

import type { Gatekeeper } from './gatekeeper.ts';

const LOOPBACK = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export const loopbackOnly: Gatekeeper = {
  async admit(request) {
    if (LOOPBACK.test(new URL(request.url).hostname)) return { subject: 'loopback' };
    const detail =
      'Only requests to localhost are answered, for no way of access is configured. Whoever runs the service sets ' +
      'PORTOLAN_ACCESS: keys, oidc or cloudflare-access; or none, to let everybody in.';
    return { refused: 'forbidden', detail };
  },
};
