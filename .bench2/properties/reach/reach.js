export const scene = (things, sights) => ({
    reaches: sights,
    look(facts, found) {
        for (const thing of things(facts))
            for (const { name, seen } of sights)
                if (!found.has(name) && seen(thing, facts))
                    found.add(name);
    },
});
/** The latest delivery of the message from the same queue that was over before this one. */
export const deliveryBefore = ({ of, queue, s }) => of.deliveries.length < 2 ? undefined : of.deliveries.findLast((other) => other.queue === queue && other.e < s);
/** When the message of the delivery may come again, unless something is done to it. */
export const endOfWindow = ({ receive }) => receive.e + receive.visibility.lo * 1000;
/** Is it the first delivery of the message from its queue? */
export const isFirst = (delivery) => delivery.of.deliveries.find(({ queue }) => queue === delivery.queue) === delivery;
export const isFifo = ({ receive }) => receive.place.isFifo;
/** Was the handle's message received again, certainly before the settling? */
export const isStale = ({ delivery, s }) => delivery?.of.deliveries.some((other) => other.s > delivery.e && other.e < s) ?? false;
/** Is the handle the newest known one, its own window over, and the message not touched since? */
export function isExpired(settling) {
    const { delivery, s } = settling;
    if (delivery === undefined || s < delivery.e + delivery.receive.visibility.hi * 1000)
        return false;
    const { changes, deletes } = delivery.of;
    const isTouched = (other) => other !== settling && other.s <= s;
    return !isStale(settling) && !changes.some(isTouched) && !deletes.some(isTouched);
}
/** Is it the newest known handle, and its window running? */
export const isCurrent = (c) => c.delivery !== undefined && !isStale(c) && !isExpired(c);
