export const attributesUnasked = {
    id: 'A-086',
    title: 'attributes-unasked',
    says: 'when a receive names no attributes, the server returns all of them instead of none',
    link: 'https://github.com/softwaremill/elasticmq/commit/df011ca53836476c35c47abb236aae4c505dc4f3',
    rule: 'sqs:RM4',
    class: 'attributes/md5',
    rules: {
        namesShown: (_kind, asked = []) => (asked.length === 0 ? ['All'] : asked),
    },
};
