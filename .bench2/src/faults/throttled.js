/** The service refuses to look at the call (sqs:OP6). */
export const throttled = {
    name: 'throttled',
    around: (exchange) => exchange.answer({
        kind: 'error',
        code: 'RequestThrottled',
        status: 403,
        message: 'Rate exceeded',
        legacy: 'RequestThrottled',
    }),
};
