import { hidingsOf } from './hiding.js';
import { nameOf, seconds } from './names.js';
import { answersInTime, openAt, waitsOf } from './waiting.js';
/** Every accepted send that is delayed, or every one that is not, against the long polls open when its message arrives. */
export function arrivalsAnswer(facts, judgement, delayed, late) {
    for (const message of facts.messages) {
        const { sent } = message;
        if (sent?.result !== undefined && waitsOf(sent.place).polls.length > 0)
            arrives(facts, judgement, message, sent, delayed, late);
    }
}
function arrives(facts, judgement, message, sent, delayed, late) {
    const delay = sent.delay.hi;
    if (delay > 0 !== delayed)
        return;
    const at = sent.e + delay * 1000;
    const queue = sent.place;
    const polls = openAt(queue, at);
    if (polls.length === 0)
        return;
    const story = () => `${nameOf(sent.op)} sent it at ${seconds(sent.s)}${delayed ? ` with a delay of ${delay} s` : ''}`;
    const later = () => hidingsOf(facts, message);
    answersInTime(facts, judgement, polls, { message, queue, at, cause: sent, story, later }, late);
}
