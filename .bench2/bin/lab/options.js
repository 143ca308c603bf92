import { limits } from '../../src/core/limits.js';
import { WrongUse } from '../wrong-use.js';
import { speeds } from './scenario.js';
/** Seconds of the lecture's programs (sns:LL2, sns:LL3). */
const delays = { slow: 10, fast: 2 };
const visibilities = { slow: 20, fast: 5 };
const sleeps = { slow: 8, fast: 2 };
const longest = 100_000;
/** The scenario that the options describe. Throws WrongUse. */
export function scenarioOf(options) {
    const consumers = speedsIn('--consumers', options.consumers ?? 'slow,fast');
    const scenario = {
        seconds: whole('--seconds', options.seconds ?? '40', 1, longest),
        producers: speedsIn('--producers', options.producers ?? 'slow,fast').map((speed) => producerOf(speed, options)),
        consumers: consumersOf(consumers, options),
        ties: tiesOf(options.ties),
    };
    if (options.maxReceives !== undefined)
        scenario.maxReceives = whole('--max-receives', options.maxReceives, 1, limits.maxReceiveCountMax);
    return scenario;
}
function producerOf(speed, { ownDelay, messages }) {
    const producer = { speed };
    if (ownDelay !== false)
        producer.delay = delays[speed];
    if (messages !== undefined)
        producer.messages = whole('--messages', messages, 1, longest);
    return producer;
}
function consumersOf(running, options) {
    const seconds = (name, text, least, most) => bySpeed(name, text ?? '', '=', running, least, most);
    const starts = startsOf(running, options.consumersStart);
    const windows = seconds('--visibility', options.visibility, 0, limits.visibilityMax);
    const work = seconds('--work', options.work, 1, longest);
    const kills = bySpeed('--kill', options.kill ?? '', '@', running, -longest, longest);
    const handling = handlingOf(options);
    return running.map((speed) => {
        const consumer = {
            speed,
            start: starts[speed] ?? 0,
            visibility: windows[speed] ?? visibilities[speed],
            sleep: work[speed] ?? sleeps[speed],
            handling,
        };
        const killedAt = kills[speed];
        return killedAt === undefined ? consumer : { ...consumer, killedAt };
    });
}
/** One number for all, or one each. */
function startsOf(running, text = '') {
    const each = text.trim() === '' || text.includes('=') ? text : running.map((speed) => `${speed}=${text}`).join(',');
    return bySpeed('--consumers-start', each, '=', running, -longest, longest);
}
function handlingOf({ processFirst, delete: deletes }) {
    if (deletes === false && processFirst)
        throw new WrongUse('--process-first and --no-delete exclude each other: one deletes late, the other never.');
    if (deletes === false)
        return 'no-delete';
    return processFirst ? 'process-first' : 'delete-first';
}
function tiesOf(text = 'message') {
    if (text !== 'message' && text !== 'poll')
        throw new WrongUse(`--ties must be message or poll, not '${text}'.`);
    return text;
}
function speedsIn(option, text) {
    if (text.trim() === 'none')
        return [];
    return [...new Set(items(text).map((name) => speedOf(option, name)))];
}
/** Reads `slow=5,fast=2` for consumers that run. */
function bySpeed(option, text, mark, running, least, most) {
    const found = {};
    for (const item of items(text)) {
        const [name, value, ...more] = item.split(mark);
        if (value === undefined || more.length > 0)
            throw new WrongUse(`${option} wants pairs like slow${mark}5, not '${item}'.`);
        const speed = speedOf(option, name.trim());
        if (!running.includes(speed))
            throw new WrongUse(`${option} names ${speed}, which is not among the consumers.`);
        found[speed] = whole(option, value, least, most);
    }
    return found;
}
function speedOf(option, name) {
    const speed = speeds.find((candidate) => candidate === name);
    if (speed === undefined)
        throw new WrongUse(`${option} knows the terminals slow and fast, not '${name}'.`);
    return speed;
}
const items = (text) => text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
function whole(option, text, least, most) {
    const value = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= least && value <= most)
        return value;
    throw new WrongUse(`${option} must be a whole number from ${least} to ${most}, not '${text}'.`);
}
