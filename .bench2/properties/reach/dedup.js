import { limits } from '../../src/core/limits.js';
import { push } from '../reading/lists.js';
import { scene } from './reach.js';
const window = limits.dedupWindow * 1000;
function* pairs({ queues }) {
    for (const { isFifo, sends } of queues.values()) {
        if (!isFifo || sends.length < 2)
            continue;
        const known = new Map();
        for (const second of sends) {
            const { dedupId, message, s } = second;
            if (dedupId === undefined || message === undefined)
                continue;
            for (const first of known.get(dedupId) ?? [])
                yield { first, second, isSame: first.message === message, apart: s - first.s };
            push(known, dedupId, second);
        }
    }
}
const again = scene(pairs, [
    {
        name: 'duplicate at 299 s',
        on: 'fifo',
        seen: ({ isSame, apart }) => isSame && apart >= window - 1000 && apart < window,
    },
    { name: 'same id at 300 s', on: 'fifo', seen: ({ isSame, apart }) => !isSame && apart === window },
    {
        name: 'same id at 301 s',
        on: 'fifo',
        seen: ({ isSame, apart }) => !isSame && apart > window && apart <= window + 1000,
    },
    {
        name: 'same id after the window of a message that had a duplicate',
        on: 'fifo',
        seen: ({ first, second, isSame, apart }) => !isSame &&
            apart >= window &&
            first.place.sends.some(({ message, s }) => message === first.message && s > first.s && second.s >= s && second.s - s < window),
    },
    {
        name: 'duplicate of a deleted message',
        on: 'fifo',
        seen: ({ first, second, isSame }) => isSame && first.message.deletes.some(({ outcome, e }) => outcome === 'ok' && e < second.s),
    },
    {
        name: 'same id after a purge',
        on: 'fifo',
        seen: ({ first, second, isSame, apart }) => !isSame &&
            apart < window &&
            first.place.wipes.some(({ kind, s, e }) => kind === 'purge' && s > first.e && e < second.s),
    },
    {
        name: 'duplicate in another group',
        on: 'fifo',
        seen: ({ first, second, isSame }) => isSame && first.group !== second.group,
    },
    {
        name: 'same id in another group, not a duplicate',
        on: 'fifo',
        seen: ({ first, second, isSame, apart }) => !isSame && apart < window && first.group !== second.group,
    },
    {
        name: 'duplicate by content',
        on: 'fifo',
        seen: ({ first, second, isSame }) => isSame && givenBy(first) === undefined && givenBy(second) === undefined,
    },
    {
        name: 'duplicate whose id is the content of the other',
        on: 'fifo',
        seen: ({ first, second, isSame }) => isSame && givenBy(first) !== givenBy(second),
    },
    {
        name: 'duplicates in one batch',
        on: 'fifo',
        seen: ({ first, second, isSame }) => isSame && first.op === second.op,
    },
]);
const givenBy = ({ entry }) => entry.MessageDeduplicationId;
export const dedup = [again];
