/** The lowest demand under which each liberty is legal: a `documented` liberty breaks strict properties. */
export const liberties = {
    order: 'strict',
    short: 'strict',
    empty: 'strict',
    waiter: 'strict',
    'stale-delete': 'strict',
    'expired-change': 'strict',
    duplicate: 'documented',
    zombie: 'documented',
    'long-empty': 'documented',
};
