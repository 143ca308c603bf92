/** A queue's name, alone or at the end of an ARN in a longer text. */
const queueNames = /^q\d+(?:\.fifo)?$|(?<=:)q\d+(?:\.fifo)?(?="|$)/g;
/** The value with the queues in all its texts renamed; those that the map does not know keep their names. */
export function withQueues(value, renamed) {
    if (typeof value === 'string')
        return value.replace(queueNames, (name) => renamed.get(name) ?? name);
    if (Array.isArray(value))
        return value.map((item) => withQueues(item, renamed));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withQueues(member, renamed)]));
}
/** The members that each message of a step has, and a receive: those of its call or of each entry of its batch. */
export const membersOf = ({ input }) => Array.isArray(input.Entries) ? input.Entries : [input];
/** The step with the members of its call and of each entry of its batch made anew. */
export function withEach(step, change) {
    const { Entries, ...own } = step.input;
    const input = change(own);
    return { ...step, input: Array.isArray(Entries) ? { ...input, Entries: Entries.map(change) } : input };
}
