import { wallClock } from '../src/time/wall.js';
import { complaint } from './wrong-use.js';
/** Signals that end the program, by its exit code. */
export const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
export const signals = Object.keys(codes);
/** Signals so soon after the first are its echoes: npm and tsx pass on what the terminal sends to everybody. */
export const echo = 1000;
const never = new Promise(() => { });
/**
 * Does `work`, and cleans up after it. After a signal no schedule is begun any more, and the process ends as soon as
 * the queues are deleted, without a word about what was half done; another signal ends it at once.
 */
export async function interruptible({ execute, quiet, close }, work) {
    const clock = wallClock();
    let stoppedAt;
    const stop = async (signal) => {
        if (stoppedAt === undefined) {
            stoppedAt = clock.now();
            quiet();
            if (close !== undefined)
                process.stderr.write(complaint('stopped; deleting the queues it made'));
            await close?.();
        }
        else if (clock.now() - stoppedAt < echo)
            return;
        process.exit(codes[signal]);
    };
    for (const signal of signals)
        process.on(signal, stop);
    try {
        return await work((schedule) => (stoppedAt === undefined ? execute(schedule) : never));
    }
    finally {
        if (stoppedAt !== undefined)
            await never;
        for (const signal of signals)
            process.off(signal, stop);
        quiet();
        await close?.();
    }
}
/** How long a campaign may go on without looking up, in milliseconds. */
const breath = 100;
/** Lets signals through now and then: a campaign in virtual time never waits for anything. */
export function breathing(execute, clock) {
    let last = clock.now();
    return async (schedule) => {
        if (clock.now() - last > breath) {
            await clock.until(clock.now() + 1);
            last = clock.now();
        }
        return execute(schedule);
    };
}
