const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const digestOfEscapedBody = {
    id: 'A-091',
    title: 'digest-of-escaped-body',
    says: 'when a body has characters that XML escapes, the server takes the MD5 of the escaped text instead of the body',
    link: 'https://github.com/getmoto/moto/commit/76bce7954ac58027b706d97ea4277f50a2242cd6',
    rule: 'sqs:M20',
    class: 'attributes/md5',
    rules: {
        digestedBody: (body) => body.replace(/[&<>"]/g, (character) => escapes[character]),
    },
};
