import type { Ability } from '../../src/generate/abilities.js';

const deadLetters: readonly Ability[] = ['dead-letters'];
const fifo: readonly Ability[] = ['fifo'];
const moveTasks: readonly Ability[] = ['move-tasks', 'dead-letters'];

/** What an implementation needs for a property to mean anything; nothing special where it is not listed. */
export const needs: Readonly<Record<string, readonly Ability[]>> = {
  'group-order': fifo,
  'group-progress': fifo,
  deduplication: fifo,
  'receive-attempts': ['attempts', 'fifo'],
  'max-receives': deadLetters,
  'dead-letter-after-limit': deadLetters,
  'dead-letter-identity': deadLetters,
  'dead-letter-progress': deadLetters,
  'one-place': deadLetters,
  'dead-letter-sources': ['dead-letter-sources', 'dead-letters'],
  'move-task': moveTasks,
  'move-task-list': moveTasks,
  'move-task-ends': moveTasks,
  retention: ['retention'],
  tags: ['tags'],
};
