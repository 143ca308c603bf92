const byText = (a, b) => (a.text < b.text ? -1 : 1);
export const entriesSortedAsText = {
    id: 'A-052',
    title: 'entries-sorted-as-text',
    says: 'when a batch of ten is sent to a FIFO queue, the server stores the tenth entry before the second instead of in the order of the list',
    link: 'https://github.com/softwaremill/elasticmq/commit/dee2108a92eeed3e5a8290b674997a28b7aa6405',
    rule: 'sqs:SB7',
    class: 'fifo-order',
    profile: 'fifo',
    rules: {
        batchOrder: (entries) => entries
            .map((entry, k) => ({ entry, text: String(k + 1) }))
            .sort(byText)
            .map(({ entry }) => entry),
    },
};
