/** Text as the tables hold it, see `src/schemas/packed.ts`. */

import { deflateSync, strToU8 } from 'fflate';

/** Deflated, in lines of base64. */
export function packed(text: string): string {
  const base64 = Buffer.from(deflateSync(strToU8(text), { level: 9 })).toString('base64');
  return `\n${base64.replaceAll(/.{1,110}/g, '$&\n')}`;
}
