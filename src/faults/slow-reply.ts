import type { Fault } from './fault.js';

/** The reply arrives late, perhaps after a deadline that the client believes to hold. */
export const slowReply: Fault = {
  name: 'slow-reply',
  around: (exchange, ms) => exchange.send(undefined, ms),
};
