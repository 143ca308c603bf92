import { takeOldest } from '../sqs/tasks.js';
import type { Mutant } from './mutant.js';

export const taskTakesHidden: Mutant = {
  id: 'A-042',
  title: 'task-takes-hidden',
  says: 'when a move task runs, the server takes the messages that are in flight or delayed as well instead of only the available ones',
  link: 'https://github.com/floci-io/floci/blob/a2389e7733249102c9736cfb3698cf409f41bc4b/src/main/java/io/github/hectorvent/floci/services/sqs/SqsService.java',
  rule: 'sqs:X21',
  class: 'dlq/redrive',
  contested: true,
  rules: {
    taskTakes: (source) => takeOldest(source) ?? source.live.values().next().value,
  },
};
