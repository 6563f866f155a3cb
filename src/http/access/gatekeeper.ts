/** Who may use the service: one way of telling, as configured. Refusals say why, and never repeat a credential. */

/** Let in; `subject` names who, for limits and logs, and is no secret. */
export interface Admitted {
  readonly subject: string;
}

/**
 * Turned away. `anonymous`: nothing was shown that could be checked. `invalid`: what was shown is not good.
 * `forbidden`: it is good, and not enough. `unavailable`: it could not be checked.
 */
export interface Refused {
  readonly refused: 'anonymous' | 'invalid' | 'forbidden' | 'unavailable';
  readonly detail: string;
}

export interface Gatekeeper {
  admit(request: Request): Promise<Admitted | Refused>;
}

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1). */
export function bearerToken(headers: Headers): string | undefined {
  return /^Bearer +([\w~+/.=-]{1,8192}) *$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** The first that knows what it is shown decides; where none does, nothing was shown. */
export function anyOf(gatekeepers: readonly Gatekeeper[]): Gatekeeper {
  const [only] = gatekeepers;
  if (only && gatekeepers.length === 1) return only;
  return {
    async admit(request) {
      let worst: Refused = { refused: 'anonymous', detail: 'The request shows no credential.' };
      for (const gatekeeper of gatekeepers) {
        const answer = await gatekeeper.admit(request);
        if (!('refused' in answer)) return answer;
        if (worst.refused === 'anonymous' || answer.refused !== 'anonymous') worst = answer;
      }
      return worst;
    },
  };
}
