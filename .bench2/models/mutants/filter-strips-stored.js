export const filterStripsStored = {
    id: 'A-090',
    title: 'filter-strips-stored',
    says: 'when a receive asks for some message attributes, the server removes the others from the stored message instead of only leaving them out of the answer',
    link: 'https://github.com/getmoto/moto/pull/4599',
    rule: 'sqs:RM7',
    class: 'attributes/md5',
    rules: {
        attributesLeft: (_stored, shown) => shown,
    },
};
