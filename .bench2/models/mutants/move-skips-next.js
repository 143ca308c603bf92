export const moveSkipsNext = {
    id: 'A-032',
    title: 'move-skips-next',
    says: 'when a scan moves a message to the dead-letter queue, the server skips the next message in that scan instead of looking at every one',
    link: 'https://github.com/Admiral-Piett/goaws/commit/b7de5545723ab9dca7b57f4e2e44093fc2d537ba',
    rule: 'sqs:X3',
    class: 'dlq/redrive',
    rules: {
        skipsAfterMove: () => 1,
    },
};
