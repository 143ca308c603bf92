export const fixedDefaultWindow = {
    id: 'A-002',
    title: 'fixed-default-window',
    says: 'when a receive names no VisibilityTimeout, the server takes 30 s instead of the attribute of the queue',
    link: 'https://github.com/floci-io/floci/pull/413',
    rule: 'sqs:V1',
    class: 'visibility',
    rules: {
        visibilityOf: (asked) => asked ?? 30,
    },
};
