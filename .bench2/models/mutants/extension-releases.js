export const extensionReleases = {
    id: 'A-004',
    title: 'extension-releases',
    says: 'when a visibility change asks for more time, the server makes the message available at once instead of prolonging its window',
    link: 'https://github.com/Doist/sqs-workers/pull/102',
    rule: 'sqs:V7',
    class: 'visibility',
    rules: {
        changedUntil: (at) => at,
    },
};
