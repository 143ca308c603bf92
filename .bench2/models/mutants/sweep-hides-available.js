export const sweepHidesAvailable = {
    id: 'A-007',
    title: 'sweep-hides-available',
    says: 'when the sweep for ended windows runs, the server puts what is available among the messages in flight instead of bringing the ended ones back',
    link: 'https://github.com/iain/fake_sqs/commit/19eed3ea175f3027dcb407eedbfca1abba5ea6ef',
    rule: 'sqs:V4',
    class: 'visibility',
    rules: {
        sweepHides: () => true,
    },
};
