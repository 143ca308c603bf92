import { limits } from '../../src/core/limits.js';
import { invalidValue, missingParameter } from './errors.js';
/** Letters, digits, white space and a few signs (sqs:TG2). */
const tagText = /^[\p{L}\p{N}\s_.:/=+@-]*$/u;
/** TagQueue adds and overwrites (sqs:TG1). */
export function tagQueue(sqs, queue, { Tags }) {
    if (Object.keys(Tags).length === 0)
        return missingParameter('Tags');
    const fault = faultOfTags(sqs, queue.name, Tags);
    if (fault !== undefined)
        return fault;
    queue.tags = sqs.rules.mergeTags(queue.tags, Tags);
    return {};
}
/** UntagQueue; keys that the queue has not are passed over (sqs:TG1). */
export function untagQueue(sqs, queue, { TagKeys }) {
    if (TagKeys.length === 0 || !TagKeys.every(isKeyLength))
        return wrongKeyLength();
    queue.tags = sqs.rules.untag(queue.tags, TagKeys);
    return {};
}
/** ListQueueTags: no member without tags (sqs:TG1). */
export const listQueueTags = (queue) => Object.keys(queue.tags).length > 0 ? { Tags: queue.tags } : {};
/** Checks tags given to TagQueue or CreateQueue (sqs:TG2). */
export function faultOfTags(sqs, queue, tags) {
    const keys = Object.keys(tags);
    if (keys.length > sqs.rules.tagsMax())
        return invalidValue(`Too many tags added for queue ${queue}.`);
    if (!keys.every(isKeyLength))
        return wrongKeyLength();
    if (!Object.values(tags).every((value) => value.length <= limits.tagValueMax))
        return invalidValue('Tag values must be between 0 and 256 characters in length.');
    if (keys.some((key) => /^aws:/i.test(key)))
        return invalidValue('Tag keys must not begin with aws:.');
    if (!Object.entries(tags)
        .flat()
        .every((text) => tagText.test(text)))
        return invalidValue('Tags can only include letters, digits, white space and the characters _ . : / = + - @.');
    return undefined;
}
const isKeyLength = (key) => key.length >= 1 && key.length <= limits.tagKeyMax;
const wrongKeyLength = () => invalidValue('Tag keys must be between 1 and 128 characters in length.');
