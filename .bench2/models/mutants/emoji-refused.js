/** Without the flag u it sees UTF-16 units, not characters. */
const illegalUnit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/;
export const emojiRefused = {
    id: 'A-100',
    title: 'emoji-refused',
    says: 'when a body has characters beyond the basic plane, the server takes each half of them for an illegal character and refuses the body instead of storing it',
    link: 'https://github.com/kibertoad/fauxqs/commit/4746de0a71f6b58d6e0261622c9c9e28ad768fec',
    rule: 'sqs:SM4',
    class: 'limits/validation',
    rules: {
        allowsText: (body) => !illegalUnit.test(body),
    },
};
