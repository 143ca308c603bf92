import type { Ask, Check } from './check.js';

/** What may be wrong with a call or an entry; nothing at all is `undefined`. */
export interface Weighed {
  sure: Check<unknown>[];
  /** Wrong or not: an unknown outcome or a freedom of the contract decides. */
  doubtful: Check<unknown>[];
  open: boolean;
  odd: boolean;
}

/** Adds to `weighed` what the checks find. */
export function weigh(
  checks: readonly Check<unknown>[],
  subject: unknown,
  ask: Ask,
  weighed?: Weighed,
): Weighed | undefined {
  for (const check of checks) {
    const wrong = check.wrong(subject, ask);
    if (wrong === false) continue;
    weighed ??= { sure: [], doubtful: [], open: false, odd: false };
    (wrong === true ? weighed.sure : weighed.doubtful).push(check);
    weighed.open ||= wrong === 'open';
    weighed.odd ||= wrong === 'odd';
  }
  return weighed;
}

/**
 * Is a refusal with this code legal? With several faults any of them may be named first, so then every refusal is
 * (sqs:OP5); with none surely there, it must name one that may be there.
 */
export function explains({ sure, doubtful, odd }: Weighed, fits: (check: Check<unknown>) => boolean): boolean {
  if (odd) return true;
  if (sure.length === 0) return doubtful.some(fits);
  return sure.length + doubtful.length > 1 || fits(sure[0]!);
}
