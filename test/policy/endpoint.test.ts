import { describe, expect, it } from 'vitest';
import { type Endpoint, resolvePort } from '../../src/policy/endpoint.ts';
import { endpoint } from '../support/endpoints.ts';

describe('a port name', () => {
  const web: Endpoint = endpoint('a/web', {
    ports: [
      { name: 'http', protocol: 'TCP', port: 8080 },
      { name: 'http', protocol: 'TCP', port: 9090 },
      { name: 'dns', protocol: 'UDP', port: 53 },
      { name: 'dns', protocol: 'TCP', port: 54 },
    ],
  });

  it('means the first port that was declared with it', () => {
    expect(resolvePort(web, 'TCP', 'http')).toBe(8080);
  });

  it('means a port of its protocol only', () => {
    expect(resolvePort(web, 'UDP', 'dns')).toBe(53);
    expect(resolvePort(web, 'TCP', 'dns')).toBe(54);
    expect(resolvePort(web, 'UDP', 'http')).toBeUndefined();
    expect(resolvePort(web, 'SCTP', 'dns')).toBeUndefined();
  });

  it('that was not declared means nothing', () => {
    expect(resolvePort(web, 'TCP', 'https')).toBeUndefined();
  });
});
