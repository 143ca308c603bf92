export const moveRestartsAge = {
    id: 'A-085',
    title: 'move-restarts-age',
    says: 'when a message moves to the dead-letter queue, the server restarts its age instead of counting on from the send',
    link: 'https://github.com/localstack/localstack/blob/8b9a79f05846835cf4dff63ab7eefdde9df83783/localstack-core/localstack/services/sqs/models.py',
    rule: 'sqs:RT4',
    class: 'retention',
    rules: {
        bornAtAfterMove: (_message, at) => at,
    },
};
