export const windowKeepsGroupLocked = {
    id: 'A-049',
    title: 'window-keeps-group-locked',
    says: 'when the window of a FIFO message ends, the server leaves its group locked until the next delete instead of opening it',
    link: 'https://github.com/Admiral-Piett/goaws/commit/bbe278660ad31a00415f057f25b6b6b7cd5cdfad',
    rule: 'sqs:F31',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        unlocks: (how) => how !== 'window',
    },
};
