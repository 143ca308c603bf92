export const digestOfBareType = {
    id: 'A-092',
    title: 'digest-of-bare-type',
    says: 'when an attribute is binary or its type has a label, the server digests it as text of the bare type instead of with the full type and the byte 2 for binary',
    link: 'https://github.com/getmoto/moto/pull/3403',
    rule: 'sqs:M21',
    class: 'attributes/md5',
    rules: {
        digestedType: (type) => ({ text: type.split('.', 1)[0], transport: 1 }),
    },
};
