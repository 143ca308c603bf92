export const zeroWindowAsAbsent = {
    id: 'A-005',
    title: 'zero-window-as-absent',
    says: 'when a receive asks for a VisibilityTimeout of 0, the server hides the message for the default of the queue instead of leaving it available',
    link: 'https://github.com/poundifdef/SmoothMQ/commit/9dbe49f1b0a19a0a82e58fb551c9654b39b52fb0',
    rule: 'sqs:V6',
    class: 'visibility',
    rules: {
        visibilityOf: (asked, queue) => asked || queue,
    },
};
