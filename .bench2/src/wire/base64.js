import { malformed, Refused } from './refusals.js';
/** Base64 as everybody writes it: bits beyond the last byte are not part of the value. @throws Refused */
export function readBase64(value) {
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 !== 0)
        throw new Refused(malformed('only base-64-encoded strings are convertible to bytes'));
    return Buffer.from(value, 'base64').toString('base64');
}
