import type { Refusal } from '../core/calls.js';
import type { Structure } from './kinds.js';
/** `output` is absent for a call that answers nothing but that it went well. */
export declare function writeXml(action: string, shape: Structure, output: object | undefined, requestId: string): string;
export declare function writeXmlError({ code, status, message, legacy }: Refusal, requestId: string): string;
/** sqs:W20 */
export declare const unknownOperation = "<UnknownOperationException/>\n";
