import type { Mutant } from './mutant.js';

export const purgeGoesOn: Mutant = {
  id: 'R-009',
  title: 'purge-goes-on',
  says: 'when a queue has been purged, the server removes what is sent in the next two minutes as well instead of storing it, at the latest after the one minute that a purge may take',
  link: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html',
  rule: 'sqs:PQ3',
  class: 'purge/delete-queue',
  rules: {
    purgesLater: (at, purgedAt) => at < purgedAt + 120_000,
  },
};
