import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import csv from '../golden/online-boutique.csv.golden?raw';
import dot from '../golden/online-boutique.dot.golden?raw';
import json from '../golden/online-boutique.json.golden?raw';
import md from '../golden/online-boutique.md.golden?raw';
import ndjson from '../golden/online-boutique.ndjson.golden?raw';
import svg from '../golden/online-boutique.svg.golden?raw';
import txt from '../golden/online-boutique.txt.golden?raw';
import { matrixBytes } from './ask.ts';

const RECORDED = { json, txt, csv, md, ndjson, dot, svg };

describe('workerd gives the bytes that Node gives', () => {
  it.each(Object.entries(RECORDED))('as %s', async (form, recorded) => {
    const fetch = (url: string, init: RequestInit) => exports.default.fetch(new Request(url, init));
    expect(await matrixBytes(fetch, form, 2)).toBe(recorded);
  });
});
