import { Heap } from '../core/heap.js';
/** Time that moves only while somebody sleeps and nobody holds it, straight to the next thing that happens. Starts at 0. */
export class VirtualClock {
    #now = 0;
    #held = 0;
    #sleepers = [];
    #alarms = new Heap();
    now() {
        return this.#now;
    }
    until(at) {
        if (typeof at !== 'number')
            return this.#untilSettled(at);
        if (this.#held > 0 || this.#nextAlarm() <= at)
            return this.#untilTime(at);
        if (at > this.#now)
            this.#now = at;
        return undefined;
    }
    alarm(at, ring) {
        const alarm = { ring, live: true };
        this.#alarms.push(Math.max(at, this.#now), alarm);
        return () => {
            alarm.live = false;
        };
    }
    hold() {
        this.#held++;
    }
    release() {
        if (--this.#held > 0)
            return;
        const sleepers = this.#sleepers;
        this.#sleepers = [];
        for (const wake of sleepers)
            wake();
    }
    /** When the next alarm rings; Infinity if none is set. */
    next() {
        return this.#nextAlarm();
    }
    async #untilTime(at) {
        for (;;) {
            do
                await this.#unheld();
            while (this.#held > 0);
            if (this.#nextAlarm() > at)
                break;
            this.#ringNext();
        }
        if (at > this.#now)
            this.#now = at;
    }
    async #untilSettled(promise) {
        let settled = false;
        const mark = () => {
            settled = true;
        };
        promise.then(mark, mark);
        for (;;) {
            do
                await this.#unheld();
            while (this.#held > 0);
            if (settled)
                return;
            // with no alarm set, only the promise itself can go on
            if (this.#nextAlarm() === Number.POSITIVE_INFINITY)
                await promise.then(mark, mark);
            else
                this.#ringNext();
        }
    }
    #unheld() {
        if (this.#held === 0)
            return undefined;
        return new Promise((resolve) => this.#sleepers.push(resolve));
    }
    #nextAlarm() {
        while (this.#alarms.peek()?.live === false)
            this.#alarms.pop();
        return this.#alarms.next;
    }
    #ringNext() {
        this.#now = this.#alarms.next;
        const alarm = this.#alarms.pop();
        alarm.live = false;
        alarm.ring();
    }
}
