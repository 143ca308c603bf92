import { unknown } from './fault.js';
/** The call takes effect, its reply is lost; to the client it looks like a lost request (sqs:OP6, sqs:N11). */
export const lostReply = {
    name: 'lost-reply',
    around: (exchange) => exchange.send(() => unknown('the connection broke')),
};
