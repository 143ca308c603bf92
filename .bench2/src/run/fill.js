/**
 * The step's call with its blanks filled: birth certificates, receipts and move tasks (see `Step`). Undefined if the actor
 * holds no receipt or task where one is needed.
 */
export function fill(step, actor) {
    const input = filled(step, actor);
    return input === undefined ? undefined : { call: step.call, input };
}
function filled(step, actor) {
    switch (step.call) {
        case 'SendMessage':
            return { ...step.input, MessageBody: bodyOf(step.input, certificateOf(step)) };
        case 'SendMessageBatch':
            return withEntries(step, (entry, k) => ({
                ...entry,
                MessageBody: bodyOf(entry, `${certificateOf(step)}.${k + 1}`),
            }));
        case 'DeleteMessage':
        case 'ChangeMessageVisibility':
            return withHandle(step, actor, step.input, 0);
        case 'DeleteMessageBatch':
        case 'ChangeMessageVisibilityBatch':
            return withEntries(step, (entry, k) => withHandle(step, actor, entry, k));
        case 'CancelMessageMoveTask':
            return withTask(step, actor);
        default:
            return step.input;
    }
}
const certificateOf = ({ id, body = id }) => `m${body}`;
function bodyOf(entry, certificate) {
    const text = entry.MessageBody;
    if (text === undefined)
        return certificate;
    return text === '' ? '' : `${certificate} ${text}`;
}
function withHandle(step, actor, entry, k) {
    if (entry.ReceiptHandle !== undefined)
        return entry;
    const ReceiptHandle = actor.receipt(step.from ?? step.input.QueueUrl, step.receipts?.[k] ?? k);
    return ReceiptHandle === undefined ? undefined : { ...entry, ReceiptHandle };
}
function withTask(step, actor) {
    if (step.input.TaskHandle !== undefined)
        return step.input;
    const TaskHandle = actor.task(step.receipts?.[0] ?? 0);
    return TaskHandle === undefined ? undefined : { ...step.input, TaskHandle };
}
function withEntries(step, complete) {
    const entries = step.input.Entries;
    if (!Array.isArray(entries))
        return step.input;
    const Entries = entries.map(complete);
    return Entries.includes(undefined) ? undefined : { ...step.input, Entries };
}
