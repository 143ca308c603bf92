export const windowNeverEnds = {
    id: 'A-003',
    title: 'window-never-ends',
    says: 'when a window ends without a delete, the server keeps the message in flight for ever instead of making it available again',
    link: 'https://github.com/sivchari/kumo/pull/701',
    rule: 'sqs:V4',
    class: 'visibility',
    rules: {
        hiddenUntil: (at, visibility) => (visibility === 0 ? at : Number.POSITIVE_INFINITY),
        changedUntil: (at, timeout) => (timeout === 0 ? at : Number.POSITIVE_INFINITY),
    },
};
