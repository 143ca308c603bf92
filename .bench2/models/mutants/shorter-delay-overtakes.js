export const shorterDelayOvertakes = {
    id: 'A-024',
    title: 'shorter-delay-overtakes',
    says: 'when the DelaySeconds of a FIFO queue is lowered, the server lets a later message overtake one of its group that waits for its old delay, instead of shortening that',
    link: 'https://github.com/kibertoad/fauxqs/blob/5b6fb0659bbf029fb637efc988e5e343cc34865b/src/sqs/sqsStore.ts',
    rule: 'sqs:DY4',
    class: 'delay',
    profile: 'fifo',
    rules: {
        redelays: () => false,
        blocks: (earlier) => earlier.place !== 'delayed',
    },
};
