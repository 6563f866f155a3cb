import { expect, it } from 'vitest';
import { AddressList } from '../../src/algebra/address-list.ts';
import { parseAddress } from '../../src/algebra/cidr.ts';
import { present } from '../../src/util/ordering.ts';

it('gives addresses of both families back as they were, in their order', () => {
  const texts = ['10.0.0.1', '255.255.255.255', 'fd00::1', '0.0.0.0', '128.0.0.0', 'ffff::ffff'];
  const addresses = present(texts.map(parseAddress));
  expect(addresses).toHaveLength(texts.length);
  const list = new AddressList();
  list.add(addresses.slice(0, 3));
  list.add(addresses.slice(3));
  expect(list).toHaveLength(addresses.length);
  expect([...list.trim()]).toEqual(addresses);
});
