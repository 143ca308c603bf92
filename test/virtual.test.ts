import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../src/time/virtual.js';

/** A clock and a list of what rang, as `name@now`. */
function ringing() {
  const clock = new VirtualClock();
  const rung: string[] = [];
  const alarm = (name: string, at: number) => clock.alarm(at, () => rung.push(`${name}@${clock.now()}`));
  return { clock, rung, alarm };
}

describe('virtual clock', () => {
  test('begins at 0 and moves at once to where it is sent', () => {
    const clock = new VirtualClock();
    expect(clock.now()).toBe(0);
    expect(clock.until(5000)).toBeUndefined();
    expect(clock.now()).toBe(5000);
  });

  test('never runs backwards', () => {
    const clock = new VirtualClock();
    clock.until(10);
    expect(clock.until(3)).toBeUndefined();
    expect(clock.now()).toBe(10);
  });

  test('rings on the way, each alarm at its time, those of one time in the order they were set', async () => {
    const { clock, rung, alarm } = ringing();
    alarm('c', 30);
    alarm('a', 10);
    alarm('b', 10);
    alarm('d', 51);
    await clock.until(50);
    expect(rung).toEqual(['a@10', 'b@10', 'c@30']);
    expect(clock.now()).toBe(50);
    await clock.until(51);
    expect(rung).toEqual(['a@10', 'b@10', 'c@30', 'd@51']);
  });

  test('does not go past an alarm without ringing it, even at the very instant', () => {
    const { clock, alarm } = ringing();
    alarm('a', 10);
    expect(clock.until(9)).toBeUndefined();
    expect(clock.until(10)).toBeInstanceOf(Promise);
  });

  test('rings an alarm of the past at once, and alarms set by alarms', async () => {
    const { clock, rung, alarm } = ringing();
    clock.until(100);
    alarm('late', 5);
    clock.alarm(200, () => {
      rung.push(`outer@${clock.now()}`);
      alarm('inner', 150);
      alarm('next', 201);
    });
    await clock.until(300);
    expect(rung).toEqual(['late@100', 'outer@200', 'inner@200', 'next@201']);
  });

  test('rings no alarm that was cancelled, and none twice', async () => {
    const { clock, rung, alarm } = ringing();
    const cancel = alarm('a', 10);
    const cancelLater = alarm('b', 20);
    clock.alarm(15, cancelLater);
    cancel();
    cancel();
    await clock.until(50);
    await clock.until(60);
    expect(rung).toEqual([]);
    expect(clock.until(70)).toBeUndefined();
  });

  test('goes no further than the alarm that settles a promise', async () => {
    const { clock, rung, alarm } = ringing();
    let settle = () => {};
    const promise = new Promise<void>((resolve) => {
      settle = resolve;
    });
    alarm('a', 10);
    clock.alarm(20, () => settle());
    alarm('b', 30);
    await clock.until(promise);
    expect(clock.now()).toBe(20);
    expect(rung).toEqual(['a@10']);
  });

  test('waits for a promise that settles without any alarm, at no cost of time', async () => {
    const clock = new VirtualClock();
    await clock.until(new Promise<void>((resolve) => setImmediate(resolve)));
    await clock.until(Promise.reject(new Error('no')));
    expect(clock.now()).toBe(0);
  });

  test('stands still while somebody holds it', async () => {
    const { clock, rung, alarm } = ringing();
    alarm('b', 20);
    clock.alarm(10, () => {
      clock.hold();
      clock.hold();
      setImmediate(() => {
        rung.push(`one@${clock.now()}`);
        clock.release();
        setImmediate(() => {
          rung.push(`two@${clock.now()}`);
          clock.release();
        });
      });
    });
    await clock.until(30);
    expect(rung).toEqual(['one@10', 'two@10', 'b@20']);
    expect(clock.now()).toBe(30);
  });

  test('stands still for whoever waits for a promise as well', async () => {
    const { clock, rung, alarm } = ringing();
    clock.hold();
    alarm('a', 10);
    setImmediate(() => {
      rung.push(`held@${clock.now()}`);
      clock.release();
    });
    const rings = new Promise<void>((resolve) => clock.alarm(15, resolve));
    await clock.until(rings);
    expect(rung).toEqual(['held@0', 'a@10']);
    expect(clock.now()).toBe(15);
  });

  test('lets everybody who sleeps go on, and says what comes next', async () => {
    const { clock, rung, alarm } = ringing();
    expect(clock.next()).toBe(Number.POSITIVE_INFINITY);
    alarm('a', 10);
    clock.hold();
    const sleepers = [clock.until(5), clock.until(20)];
    expect(clock.next()).toBe(10);
    clock.release();
    await Promise.all(sleepers);
    expect(rung).toEqual(['a@10']);
    expect(clock.now()).toBe(20);
  });
});
