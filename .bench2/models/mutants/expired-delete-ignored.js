import { contract } from '../rules.js';
export const expiredDeleteIgnored = {
    id: 'A-014',
    title: 'expired-delete-ignored',
    says: 'when a delete comes after the window has ended, the server ignores it instead of deleting the message that nobody has received again',
    link: 'https://github.com/getmoto/moto/issues/352',
    rule: 'sqs:RH2',
    class: 'receipt-handle',
    rules: {
        deletes: (handle, choose, call) => handle !== 'expired' && contract.deletes(handle, choose, call),
    },
};
