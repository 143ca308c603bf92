import { createHash } from 'node:crypto';
export const contentIdByMd5 = {
    id: 'A-062',
    title: 'content-id-by-md5',
    says: 'when a deduplication id comes from the content, the server takes the MD5 of the body instead of its SHA-256',
    link: 'https://github.com/faiscadev/fakecloud/pull/19',
    rule: 'sqs:F3',
    class: 'fifo-dedup',
    profile: 'fifo',
    rules: {
        contentId: ({ MessageBody }) => createHash('md5').update(MessageBody).digest('hex'),
    },
};
