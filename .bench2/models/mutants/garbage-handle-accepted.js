export const garbageHandleAccepted = {
    id: 'A-012',
    title: 'garbage-handle-accepted',
    says: 'when a delete comes with a handle that was never issued, the server answers success instead of ReceiptHandleIsInvalid',
    link: 'https://github.com/softwaremill/elasticmq/issues/324',
    rule: 'sqs:RH1',
    class: 'receipt-handle',
    rules: {
        refusesGarbage: () => false,
    },
};
