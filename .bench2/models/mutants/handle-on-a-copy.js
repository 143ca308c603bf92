export const handleOnACopy = {
    id: 'A-013',
    title: 'handle-on-a-copy',
    says: 'when a message is received, the server notes the handle on a copy, so that a delete with it finds nothing instead of removing the message',
    link: 'https://github.com/Admiral-Piett/goaws/commit/1845165a2a295412d32b8807aaed436e7844f167',
    rule: 'sqs:DM1',
    class: 'receipt-handle',
    rules: {
        deletes: () => false,
    },
};
