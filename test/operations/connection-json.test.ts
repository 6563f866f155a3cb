import { describe, expect, it } from 'vitest';
import {
  ALL,
  type ConnectionSet,
  NONE,
  OTHER_PROTOCOLS,
  portRange,
  unionAll,
} from '../../src/algebra/connection-set.ts';
import { connectionJson, connectionText } from '../../src/operations/connection-json.ts';
import { connectionSet } from '../../src/operations/results.ts';

describe('a connection set in JSON', () => {
  it.each<[ConnectionSet, object | string, string]>([
    [ALL, 'all', 'all'],
    [NONE, {}, ''],
    [portRange('TCP', 80, 80), { TCP: '80' }, 'TCP 80'],
    [
      unionAll([portRange('UDP', 53, 53), portRange('TCP', 8000, 8080), portRange('TCP', 443, 443)]),
      { TCP: '443,8000-8080', UDP: '53' },
      'TCP 443,8000-8080; UDP 53',
    ],
    [
      unionAll([OTHER_PROTOCOLS, portRange('SCTP', 1, 65535)]),
      { SCTP: '1-65535', other: 'all' },
      'SCTP 1-65535; other',
    ],
  ])('case %#: %j', (set, json, text) => {
    expect(connectionJson(set)).toEqual(json);
    expect(connectionText(connectionJson(set))).toBe(text);
    expect(connectionSet.parse(connectionJson(set))).toEqual(json);
  });
});
