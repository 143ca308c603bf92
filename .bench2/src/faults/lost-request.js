import { unknown } from './fault.js';
/** The request never arrives; the client only sees that no reply came (sqs:OP6). */
export const lostRequest = {
    name: 'lost-request',
    around: (exchange) => exchange.answer(unknown('the connection broke')),
};
