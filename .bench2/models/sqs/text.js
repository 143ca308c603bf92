import { limits } from '../../src/core/limits.js';
const illegalCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const entryId = /^[A-Za-z0-9_-]{1,80}$/;
const id = /^[!-~]+$/;
/** Only characters that a body may have (sqs:SM4). */
export const isLegalText = (text) => !illegalCharacter.test(text);
/** 1 to 80 letters, digits, hyphens and underscores (sqs:SB1). */
export const isEntryId = (text) => entryId.test(text);
/** 1 to 128 letters, digits and signs, no space (sqs:SM8). */
export const isId = (text) => text.length <= limits.idMax && id.test(text);
