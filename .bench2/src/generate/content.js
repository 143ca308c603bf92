import { createHash } from 'node:crypto';
/** The deduplication id that the content of a step's message stands for: its birth certificate and its text (sqs:F3). */
export const contentId = (step, text) => createHash('sha256')
    .update(text === undefined ? `m${step}` : `m${step} ${text}`)
    .digest('hex');
