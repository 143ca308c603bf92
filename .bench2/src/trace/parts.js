import { callNames } from '../core/calls.js';
import { liberties, } from '../core/schedule.js';
import { inputs, replyTo, settings } from './calls.js';
import { count, flag, isObject, list, members, millis, name, oneOf, pause, table, text, variant, } from './shape.js';
/** The version of the format that is written. All versions up to it are read, and none ever changes its meaning. */
export const traceVersion = 2;
/** Every word of a union, held complete by the compiler. */
const words = (all) => Object.keys(all);
const faultName = oneOf(...words({ 'lost-request': 1, 'lost-reply': 1, repeated: 1, 'slow-reply': 1, throttled: 1, crash: 1 }));
const deadline = oneOf(...words({ visibility: 1, delay: 1, retention: 1, poll: 1, guard: 1, cap: 1, dedup: 1 }));
const liberty = words(liberties);
export const setup = members({
    queues: list(members({ name, attributes: settings })),
});
export const header = members({
    redrive: oneOf('trace'),
    version: oneOf(1, traceVersion),
    seed: text,
    level: oneOf('strict', 'documented'),
    endpoint: members({
        name: text,
        early: millis,
        late: millis,
        epoch: millis,
        epochError: millis,
    }),
    liberties: list(oneOf(...liberty)),
    setup,
    'mutant?': name,
});
const wait = members({ wait: pause });
const after = members({
    after: count,
    deadline,
    tick: oneOf(-1, 0, 1),
    'ends?': oneOf(true),
});
const when = (value) => (isObject(value) && Object.hasOwn(value, 'wait') ? wait(value) : after(value));
/** One object for each call, told apart by the member `call`. */
const byCall = (of) => variant('call', 'the name of a call', Object.fromEntries(callNames.map((call) => [call, of(call)])));
export const step = byCall((call) => members({
    id: count,
    actor: name,
    'at?': when,
    call: oneOf(call),
    input: (value) => inputs[call](filled(value)),
    'receipts?': list(count),
    'body?': count,
    'from?': text,
    'fault?': members({ name: faultName, 'ms?': pause }),
}));
/** A step's input with something in the blanks that the run fills in. */
function filled(input) {
    if (!isObject(input) || !Array.isArray(input.Entries))
        return withoutBlanks(input);
    return { ...input, Entries: input.Entries.map(withoutBlanks) };
}
const withoutBlanks = (value) => isObject(value) ? { MessageBody: '', ReceiptHandle: '', TaskHandle: '', ...value } : value;
const answers = Object.fromEntries(liberty.map((label) => [`${label}?`, list(count)]));
export const choices = table(members(answers));
const anyOp = byCall((call) => members({
    id: count,
    'step?': count,
    actor: name,
    'fault?': faultName,
    invoked: millis,
    returned: millis,
    call: oneOf(call),
    input: inputs[call],
    reply: replyTo(call),
}));
export const op = (value) => anyOp(value) ?? unwritten(value);
/** A SetQueueAttributes that was not refused wrote something. */
function unwritten({ call, input, reply }) {
    if (call !== 'SetQueueAttributes' || reply.kind === 'error' || 'Attributes' in input)
        return undefined;
    return { where: '.input.Attributes', says: 'is missing' };
}
export const end = members({
    ops: count,
    steps: count,
    drained: flag,
    'drainedFrom?': millis,
    broken: list(members({ property: name, says: text, ops: list(count) })),
});
