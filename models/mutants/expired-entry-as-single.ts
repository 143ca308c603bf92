import { entryHandleHasExpired, handleHasExpired } from '../sqs/errors.js';
import type { Mutant } from './mutant.js';

const hasExpired = entryHandleHasExpired().message;

export const expiredEntryAsSingle: Mutant = {
  id: 'R-077',
  title: 'expired-entry-as-single',
  says: 'when an entry of DeleteMessageBatch has an expired FIFO handle, the server reports it with the code of a single delete instead of its own',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html',
  rule: 'sqs:RH12',
  class: 'receipt-handle',
  profile: 'fifo',
  rules: {
    reportedAs: (call, refusal) =>
      call === 'DeleteMessageBatch' && refusal.message === hasExpired ? handleHasExpired('') : refusal,
  },
};
