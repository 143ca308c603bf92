export const secondDeleteRefused = {
    id: 'A-016',
    title: 'second-delete-refused',
    says: 'when the same handle is used for a second delete, the server answers ReceiptHandleIsInvalid instead of success',
    link: 'https://github.com/softwaremill/elasticmq/commit/48cf9ed40084565677c2617d0fda75a7cc920049',
    rule: 'sqs:RH4',
    class: 'receipt-handle',
    rules: {
        deletesAgain: () => false,
    },
};
