/** The reply arrives late, perhaps after a deadline that the client believes to hold. */
export const slowReply = {
    name: 'slow-reply',
    around: (exchange, ms) => exchange.send(undefined, ms),
};
