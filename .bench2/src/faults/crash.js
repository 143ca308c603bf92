import { unknown } from './fault.js';
/** The client dies with the call under way and comes back without its receipts; the call may go on (sqs:P10). */
export const crash = {
    name: 'crash',
    around: (exchange) => exchange.crash(unknown('the client crashed')),
};
