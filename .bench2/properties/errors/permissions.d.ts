import { type Calls } from '../../src/core/calls.js';
import { type Check } from './check.js';
type Addition = Calls['AddPermission']['input'];
interface Labelled {
    Label: string;
}
export declare const addPermission: readonly Check<Addition>[];
export declare const removePermission: readonly Check<Labelled>[];
export {};
