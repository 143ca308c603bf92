import type { Calls } from '../../src/core/calls.js';
import { type Part } from './check.js';
type Input<K extends keyof Calls> = Calls[K]['input'];
export declare const sendMessage: readonly Part<Input<'SendMessage'>>[];
export declare const receiveMessage: readonly Part<Input<'ReceiveMessage'>>[];
export declare const deleteMessage: readonly Part<Input<'DeleteMessage'>>[];
export declare const deleteEntry: readonly Part<Input<'DeleteMessage'>>[];
export declare const changeMessageVisibility: readonly Part<Input<'ChangeMessageVisibility'>>[];
interface Batch {
    Entries: readonly {
        Id: string;
    }[];
}
export declare const envelope: readonly Part<Batch>[];
export declare const sendEnvelope: readonly Part<Input<'SendMessageBatch'>>[];
type Entry<K extends 'SendMessageBatch' | 'ChangeMessageVisibilityBatch'> = Input<K>['Entries'][number];
export declare const sendEntry: readonly Part<Entry<'SendMessageBatch'>>[];
export declare const changeEntry: readonly Part<Entry<'ChangeMessageVisibilityBatch'>>[];
export {};
