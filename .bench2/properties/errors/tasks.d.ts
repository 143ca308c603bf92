import { type Calls } from '../../src/core/calls.js';
import { type Check } from './check.js';
type Input<K extends keyof Calls> = Calls[K]['input'];
export declare const startTask: readonly Check<Input<'StartMessageMoveTask'>>[];
export declare const listTasks: readonly Check<Input<'ListMessageMoveTasks'>>[];
export declare const cancelTask: readonly Check<Input<'CancelMessageMoveTask'>>[];
export {};
