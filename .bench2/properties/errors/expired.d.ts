import { type Part } from './check.js';
type Deletion = {
    ReceiptHandle?: string;
};
/** sqs:E21 */
export declare const expiredHandle: Part<Deletion>;
/** sqs:RH12 */
export declare const expiredHandleOfEntry: Part<Deletion>;
export {};
