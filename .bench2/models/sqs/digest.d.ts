import type { AttributeValue, MessageAttributes } from '../../src/core/calls.js';
import type { Rules } from '../rules.js';
/** MD5 of the body's UTF-8 bytes, lower-case hex (sqs:M20). */
export declare function md5OfBody(body: string): string;
/** SHA-256 of the body's UTF-8 bytes, lower-case hex (sqs:F3). */
export declare const sha256Of: (body: string) => string;
/** `digestOf`, remembered for each object: attributes are never changed once they are sent. */
export declare function md5OfAttributes(attributes: MessageAttributes, rules: Rules): string;
/** The value's bytes as sent: text in UTF-8, binary decoded. */
export declare const bytesOf: (value: AttributeValue) => Uint8Array;
