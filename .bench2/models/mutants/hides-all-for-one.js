export const hidesAllForOne = {
    id: 'A-001',
    title: 'hides-all-for-one',
    says: 'when a receive asks for one message and several are available, the server hides all of them for the window instead of only the one that it returns',
    link: 'https://github.com/Admiral-Piett/goaws/commit/d8eb061640b3baa3d7944535d0292eecada51691',
    rule: 'sqs:V1',
    class: 'visibility',
    rules: {
        hidesBeyond: (asked) => asked === 1,
    },
};
