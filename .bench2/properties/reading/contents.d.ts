import type { AttributeValue, Calls, MessageAttributes, ReceivedMessage } from '../../src/core/calls.js';
/** MD5OfMessageBody and MD5OfBody: lower-case hex MD5 of the UTF-8 bytes (sqs:M20). */
export declare function bodyDigest(body: string): string;
/** MD5OfMessageAttributes; undefined when there are none (sqs:M21, sqs:M23). */
export declare function attributesDigest(attributes: MessageAttributes | undefined): string | undefined;
/** Does sqs:M21 say how the attributes are digested? Only for the three types that SQS takes (sqs:E18). */
export declare const isDigestible: (attributes?: MessageAttributes) => boolean;
export declare function isEmpty(members: object): boolean;
/** Would a receive that asks for `names` return the attribute `name`? (sqs:RM7) */
export declare function asks(names: readonly string[] | undefined, name: string): boolean;
type Asked = Calls['ReceiveMessage']['input'];
/** Would a receive certainly return the system attribute if the message has it? The older list counts alone (sqs:RM6). */
export declare function asksSystem({ MessageSystemAttributeNames: names, AttributeNames: older }: Asked, name: string): boolean;
/** Are the message attributes returned those that were sent, as far as the receive asked for them? */
export declare function sameAttributes(sent: MessageAttributes | undefined, { MessageAttributes: back }: ReceivedMessage, { MessageAttributeNames: names }: Asked): boolean;
/** Same type and value; numbers may lose outer zeros (sqs:M9). */
export declare function sameValue(a: AttributeValue, b: AttributeValue): boolean;
export {};
