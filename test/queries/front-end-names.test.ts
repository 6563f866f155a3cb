import { describe, expect, it } from 'vitest';
import { FrontEndNames } from '../../src/queries/front-end-names.ts';
import { analysisOf } from '../support/bundle.ts';
import { pod, together } from '../support/objects.ts';

const service = (name: string, namespace: string) =>
  `{ apiVersion: v1, kind: Service, metadata: { name: ${name}, namespace: ${namespace} }, spec: { selector: { app: x }, ports: [{ port: 80 }] } }`;
const names = new FrontEndNames(
  analysisOf(
    together(pod('shop/x', { labels: { app: 'x' } }), service('web', 'shop'), service('web', 'bank')),
  ).frontEnds(),
);

describe('a Service goes by', () => {
  it.each([
    'shop/web[Service]',
    'web.shop',
    'web.shop.svc',
    'web.shop.svc.cluster.local',
    'web.shop.svc.cluster.local.',
  ])('%s', (name) => {
    expect(names.find(name)?.id).toBe('shop/web[Service]');
  });

  it.each(['web', 'shop/web', 'web.shop.svc.cluster', 'web.shop..', ''])('not by %j', (name) => {
    expect(names.find(name)).toBeUndefined();
  });

  it('its plain name, where that is asked for', () => {
    expect(names.findPlain('bank/web')?.id).toBe('bank/web[Service]');
    expect(names.findPlain('bank/web[Service]')).toBeUndefined();
  });
});
