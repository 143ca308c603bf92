import { canonical } from '../core/canonical.js';
import { writeTrace } from '../trace.js';
import { home } from '../wire/place.js';
const routes = {
    'GET /health': () => json(200, { status: 'ok' }),
    'GET /_redrive/clock': ({ time }) => json(200, time),
    'POST /_redrive/clock': moveClock,
    'POST /_redrive/reset': async (served) => {
        await served.reset();
        return json(200, served.time);
    },
    'GET /_redrive/trace': (served, request) => {
        const history = served.history(placeIn(request));
        if (history === undefined)
            return json(404, { error: 'nothing is recorded here; the server records with --record' });
        return { status: 200, headers: { 'content-type': 'application/jsonl' }, body: writeTrace(history) };
    },
};
/** The answer to a request that is not for SQS; undefined for one that is. */
export function control(served, request) {
    const { method, path } = request;
    if (path !== '/health' && !path.startsWith('/_redrive/'))
        return undefined;
    const name = `${method === 'HEAD' ? 'GET' : method} ${path}`;
    if (Object.hasOwn(routes, name))
        return routes[name](served, request);
    const known = Object.keys(routes).join(', ');
    return json(404, { error: `there is no ${name.slice(0, 100)}; there is ${known}` });
}
async function moveClock(served, { body }) {
    const { clock, now, next } = served.time;
    if (clock !== 'virtual')
        return json(409, { error: 'the clock is the wall’s; redrive serve --clock virtual has one to move' });
    const at = targetOf(parsed(body), now, next);
    if (at === undefined) {
        const forms = '{"advance":"31s"}, {"advance":31000}, {"to":"next"} or {"to":31000}';
        return json(400, { error: `the body is ${forms}; time runs forward, at most ${longest} ms at once` });
    }
    await served.advanceTo(at);
    return json(200, served.time);
}
/** The instant that is meant; without anything to wait for, `next` is now. Undefined for anything else. */
function targetOf({ advance, to }, now, next) {
    if ((advance === undefined) === (to === undefined))
        return undefined;
    if (to === 'next')
        return next ?? now;
    const at = to ?? now + (millisOf(advance) ?? Number.NaN);
    return Number.isSafeInteger(at) && at >= now && at <= now + longest
        ? at
        : undefined;
}
/** A year, which is more than any timer of SQS. */
const longest = 366 * 86_400_000;
const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Milliseconds, or a duration such as 500ms, 31s, 2m, 1h or 4d. */
function millisOf(value) {
    if (typeof value === 'number')
        return value;
    const [, amount, unit] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/.exec(String(value)) ?? [];
    return amount === undefined ? undefined : Math.round(Number(amount) * units[unit]);
}
function parsed(body) {
    try {
        const value = JSON.parse(Buffer.from(body).toString('utf8'));
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
/** `?region=…&account=…`; undefined if neither is said. */
function placeIn({ query }) {
    const params = new URLSearchParams(query);
    if (!params.has('region') && !params.has('account'))
        return undefined;
    return { region: params.get('region') ?? home.region, account: params.get('account') ?? home.account };
}
const json = (status, value) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: `${canonical(value)}\n`,
});
