export const messagesOutliveQueue = {
    id: 'A-107',
    title: 'messages-outlive-queue',
    says: 'when a queue is deleted and created again, the server still has the messages of the old one in it instead of none',
    link: 'https://github.com/iain/fake_sqs/commit/f4ca61f9ad0ffda677d492ba4b5a4c3ec6d80947',
    rule: 'sqs:DQ1',
    class: 'purge/delete-queue',
    rules: {
        outlivesQueue: () => true,
    },
};
