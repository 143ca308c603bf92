import { canonical } from './core/canonical.js';
import { choices, end, header, op, step, traceVersion } from './trace/parts.js';
import { isObject, shown } from './trace/shape.js';
export { traceVersion } from './trace/parts.js';
/** Characters in a line: room for an answer of ten messages of 1 MiB. */
const lineMax = 16 * 2 ** 20;
/** Why a text is not a trace: one sentence that names the line. */
export class TraceError extends Error {
    name = 'TraceError';
    /** Counted from 1. */
    line;
    constructor(line, says) {
        super(`line ${line}: ${says}`);
        this.line = line;
    }
}
/** A history and what was found broken in it, as lines of canonical JSON: see traces/README.md. */
export function writeTrace(history, verdicts = []) {
    const { endpoint, mutant, ops, drained, drainedFrom } = history;
    const { seed, level, liberties, setup, steps, choices } = history.schedule;
    const broken = verdicts.map(({ property, says, ops }) => ({ property, says, ops }));
    let text = line({ redrive: 'trace', version: traceVersion, seed, level, endpoint, liberties, setup, mutant });
    for (const step of steps)
        text += line({ step });
    if (choices !== undefined)
        text += line({ choices });
    for (const op of ops)
        text += line({ op });
    return text + line({ end: { ops: ops.length, steps: steps.length, drained, drainedFrom, broken } });
}
const line = (value) => `${canonical(value)}\n`;
/**
 * The history in a trace, and what was found broken in it. Nothing is believed unchecked: whoever gets the history may
 * rely on its types, its numbering and the order of its times.
 *
 * @throws TraceError
 */
export function readTrace(text) {
    const lines = text.split('\n');
    const rest = lines.pop();
    const reader = new Reader();
    for (const line of lines)
        reader.next(line);
    return reader.done(rest);
}
const kinds = ['step', 'choices', 'op', 'end'];
/** Takes the lines of a trace, each once and in order. */
class Reader {
    #line = 0;
    #header;
    #kind = 'step';
    #steps = new Map();
    #choices;
    #ops = [];
    #end;
    next(line) {
        this.#line++;
        if (line.length > lineMax)
            this.#fail(`this line is longer than ${lineMax} characters, and no trace needs that`);
        if (this.#header === undefined)
            this.#header = this.#readHeader(line);
        else
            this.#readPart(line);
    }
    /** `rest` is what follows the last line that ends. */
    done(rest) {
        if (rest !== '')
            this.#cutOff(rest);
        if (this.#header === undefined)
            throw new TraceError(1, 'the trace is empty');
        if (this.#end === undefined)
            this.#fail('the trace stops here without its end line');
        const { seed, level, setup, liberties, endpoint, mutant } = this.#header;
        const { drained, drainedFrom, broken } = this.#end;
        const schedule = { seed, level, setup, liberties, steps: [...this.#steps.values()] };
        if (this.#choices !== undefined)
            schedule.choices = this.#choices;
        const history = { schedule, endpoint, ops: this.#ops, drained };
        if (mutant !== undefined)
            history.mutant = mutant;
        if (drainedFrom !== undefined)
            history.drainedFrom = drainedFrom;
        return { history, violations: broken };
    }
    #cutOff(rest) {
        this.#line++;
        if (this.#header === undefined)
            this.#readHeader(rest);
        this.#fail('the trace is cut off in this line');
    }
    #readHeader(line) {
        const value = parsed(line);
        if (!isObject(value) || value.redrive !== 'trace')
            this.#fail('this is not the header of a Redrive trace');
        const { version } = value;
        if (typeof version === 'number' && version > traceVersion)
            this.#fail(`trace version ${version} is newer than this Redrive reads (${traceVersion})`);
        const read = this.#checked('header', header, value);
        const twice = repeated(read.setup.queues.map(({ name }) => name));
        if (twice !== undefined)
            this.#fail(`header.setup.queues has two queues named ${shown(twice)}`);
        return read;
    }
    #readPart(line) {
        const value = parsed(line);
        const [kind, ...more] = isObject(value) ? Object.keys(value) : [];
        if (!isObject(value) || !isKind(kind) || more.length > 0)
            this.#fail('this is not a line of a trace: a step, choices, an op or the end');
        this.#follow(kind);
        if (kind === 'step')
            this.#addStep(this.#checked(kind, step, value.step));
        else if (kind === 'choices')
            this.#choices = this.#checked(kind, choices, value.choices);
        else if (kind === 'op')
            this.#addOp(this.#checked(kind, op, value.op));
        else
            this.#addEnd(this.#checked(kind, end, value.end));
    }
    /** Steps, then choices at most once, then ops, then the end. */
    #follow(kind) {
        const once = kind === 'choices' && this.#kind === 'choices';
        if (once || this.#kind === 'end' || kinds.indexOf(kind) < kinds.indexOf(this.#kind))
            this.#fail(`${kind} cannot follow ${this.#kind}`);
        this.#kind = kind;
    }
    #addStep(step) {
        const { id, at } = step;
        if (this.#steps.has(id))
            this.#fail(`step.id must be new, but an earlier step has ${id} too`);
        if (at !== undefined && 'after' in at && !this.#steps.has(at.after))
            this.#fail(`step.at.after must be the id of an earlier step, not ${at.after}`);
        this.#steps.set(id, step);
    }
    #addOp(op) {
        const { id, step, invoked, returned } = op;
        const before = this.#ops.at(-1)?.invoked ?? 0;
        if (id !== this.#ops.length)
            this.#fail(`op.id must be ${this.#ops.length}, the next number, not ${id}`);
        if (step !== undefined && !this.#steps.has(step))
            this.#fail(`op.step must be the id of a step, not ${step}`);
        if (invoked < before)
            this.#fail(`op.invoked must be at least ${before}, as in the op before, not ${invoked}`);
        if (returned < invoked)
            this.#fail(`op.returned must be at least ${invoked}, as op.invoked, not ${returned}`);
        this.#ops.push(op);
    }
    #addEnd(end) {
        const ops = this.#ops.length;
        const steps = this.#steps.size;
        if (end.steps !== steps)
            this.#fail(`end.steps must be ${steps}, as many as were read, not ${end.steps}`);
        if (end.ops !== ops)
            this.#fail(`end.ops must be ${ops}, as many as were read, not ${end.ops}`);
        if (end.drained && end.drainedFrom === undefined)
            this.#fail('end.drainedFrom is missing, though end.drained is true');
        const lost = end.broken.flatMap((violation) => violation.ops).find((id) => id >= ops);
        if (lost !== undefined)
            this.#fail(`end.broken must name ops of this trace, not ${lost}`);
        this.#end = end;
    }
    #checked(what, shape, value) {
        const wrong = shape(value);
        if (wrong !== undefined)
            this.#fail(`${what}${wrong.where} ${wrong.says}`);
        return value;
    }
    #fail(says) {
        throw new TraceError(this.#line, says);
    }
}
const isKind = (word) => kinds.includes(word);
/** Undefined when the line is not JSON. */
function parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function repeated(names) {
    const seen = new Set();
    return names.find((name) => seen.size === seen.add(name).size);
}
