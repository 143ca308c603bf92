import { scene } from './reach.js';
const queuesThere = scene(({ queues }) => queues.values(), [
    {
        name: 'purge of a queue with messages',
        seen: ({ wipes, sends }) => wipes.some((w) => w.kind === 'purge' && sends.some(({ s }) => s < w.s)),
    },
    {
        name: 'queue created again',
        seen: ({ wipes, writes }) => wipes.some((w) => w.kind === 'delete-queue' && writes.some((c) => c.created && c.s > w.s)),
    },
]);
const creations = scene(({ namings }) => namings, [
    {
        name: 'creation of a queue that is there',
        seen: (op, { queues }) => op.call === 'CreateQueue' && queues.get(op.input.QueueName)?.initial !== undefined,
    },
]);
const outputOf = ({ reply }) => reply.kind === 'ok' ? reply.output : {};
const isEmpty = (value = {}) => Object.keys(value).length === 0;
const batches = scene((facts) => facts.batches, [{ name: 'batch partly refused', seen: (op) => !isEmpty(outputOf(op).Failed) && !isEmpty(outputOf(op).Successful) }]);
const lists = scene(({ history }) => history.ops.filter(({ call }) => call === 'ListQueueTags' || call === 'ListDeadLetterSourceQueues'), [
    { name: 'tags read', seen: (op) => !isEmpty(outputOf(op).Tags) },
    { name: 'sources of dead letters listed', seen: (op) => !isEmpty(outputOf(op).queueUrls) },
]);
const reads = scene((facts) => facts.reads.map(({ reply }) => reply.output), [
    {
        name: 'counters read with messages in flight',
        seen: ({ Attributes = {} }) => Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) > 0,
    },
    {
        name: 'policy of a permission read',
        seen: ({ Attributes = {} }) => Attributes.Policy?.includes('SQSDefaultPolicy') ?? false,
    },
]);
/** What is done to queues and read of them. */
export const queues = [queuesThere, creations, batches, lists, reads];
