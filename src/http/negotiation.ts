/**
 * Which form an answer takes (RFC 9110 §12.1, server-driven). `?format=` wins over `Accept`: it is for people who
 * type. Without a wish, and for `*` wildcards, the first offer is taken.
 */

import { formByName } from '../render/form-by-name.ts';
import { ProblemError, problem } from '../util/problem.ts';
import { preferenceOf, readAccept } from './accept.ts';

/** A form that can be had. */
export interface Offer {
  readonly name: string;
  readonly mediaType: string;
}

export interface Wishes {
  readonly format?: string | null | undefined;
  readonly accept?: string | null | undefined;
}

function byAccept<T extends Offer>(offers: readonly T[], accept: string | null | undefined): T {
  const ranges = readAccept(accept);
  let best: { readonly offer: T; readonly quality: number; readonly specificity: number } | undefined;
  for (const offer of offers) {
    const wish = preferenceOf(offer.mediaType, ranges);
    if (wish === undefined || wish.quality === 0) continue;
    const better =
      best === undefined ||
      wish.quality > best.quality ||
      (wish.quality === best.quality && wish.specificity > best.specificity);
    if (better) best = { offer, ...wish };
  }
  if (best !== undefined) return best.offer;
  const detail = 'This result has none of the media types that Accept names.';
  const alternatives = offers.map((offer) => offer.mediaType);
  throw new ProblemError(problem('not-acceptable', detail, { alternatives }));
}

/**
 * The offer a client wants; throws the `not-acceptable` problem, with what there is, where it wants none of them.
 *
 * @example chooseForm(FORMATS, { format: url.searchParams.get('format'), accept: headers.get('accept') })
 */
export function chooseForm<T extends Offer>(offers: readonly T[], { format, accept }: Wishes): T {
  return format === null || format === undefined ? byAccept(offers, accept) : formByName(offers, format);
}
