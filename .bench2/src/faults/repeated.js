import { unknown } from './fault.js';
/** A retry whose first attempt did arrive: the call takes effect twice, the client sees the second reply. */
export const repeated = {
    name: 'repeated',
    async around(exchange) {
        const first = exchange.send(() => unknown('the client sent it again'));
        if (first instanceof Promise)
            await first;
        await exchange.wait(1);
        return exchange.send();
    },
};
