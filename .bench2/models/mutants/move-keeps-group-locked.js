export const moveKeepsGroupLocked = {
    id: 'A-037',
    title: 'move-keeps-group-locked',
    says: 'when the head of a group moves to the dead-letter queue, the server leaves the group locked instead of releasing the next message',
    link: 'https://github.com/getmoto/moto/pull/3537',
    rule: 'sqs:X16',
    class: 'dlq/redrive',
    profile: 'fifo',
    rules: {
        unlocks: (how) => how !== 'move',
    },
};
