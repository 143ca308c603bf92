export const digestOfNothing = {
    id: 'A-087',
    title: 'digest-of-nothing',
    says: 'when a message has no attributes, the server returns the digest of an empty text instead of leaving MD5OfMessageAttributes out',
    link: 'https://github.com/softwaremill/elasticmq/commit/a04d5a501d7769eeab05fa4c003943cce62834b4',
    rule: 'sqs:M23',
    class: 'attributes/md5',
    rules: {
        digestsNothing: () => true,
    },
};
