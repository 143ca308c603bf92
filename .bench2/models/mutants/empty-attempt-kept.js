export const emptyAttemptKept = {
    id: 'A-075',
    title: 'empty-attempt-kept',
    says: 'when a receive with a ReceiveRequestAttemptId found nothing, the server answers nothing to that id for five minutes instead of looking again',
    link: 'https://github.com/softwaremill/elasticmq/commit/648f51ba71c6c13ebe6ad245594d0f200d2f91e8',
    rule: 'sqs:F43',
    class: 'long-poll',
    profile: 'fifo',
    rules: {
        keepsAttempt: () => true,
    },
};
