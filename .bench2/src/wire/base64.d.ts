/** Base64 as everybody writes it: bits beyond the last byte are not part of the value. @throws Refused */
export declare function readBase64(value: unknown): string;
