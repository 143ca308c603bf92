import { afterEach, describe, expect, it, vi } from 'vitest';
import { epochNow, wallClock } from '../src/time/wall.js';

afterEach(() => {
  vi.useRealTimers();
});

/** Timers and performance.now() that move together, by hand. */
function handClock() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return wallClock();
}

describe('wall clock', () => {
  it('counts whole milliseconds from its creation', () => {
    const clock = handClock();
    expect(clock.now()).toBe(0);
    vi.advanceTimersByTime(1234);
    expect(clock.now()).toBe(1234);
    expect(wallClock().now()).toBe(0);
  });

  it('never runs backwards in real time', () => {
    const clock = wallClock();
    let last = 0;
    for (let i = 0; i < 10_000; i++) {
      const now = clock.now();
      expect(Number.isInteger(now) && now >= last).toBe(true);
      last = now;
    }
  });

  it('does not wait for what is past', () => {
    const clock = handClock();
    vi.advanceTimersByTime(10);
    expect(clock.until(10)).toBeUndefined();
    expect(clock.until(3)).toBeUndefined();
  });

  it('waits until a time in real life', async () => {
    const clock = wallClock();
    const at = clock.now() + 20;
    clock.hold();
    await clock.until(at);
    clock.release();
    expect(clock.now()).toBeGreaterThanOrEqual(at);
  });

  it.each([
    ['fulfilled', () => Promise.resolve('done')],
    ['rejected', () => Promise.reject(new Error('no'))],
  ])('waits for a promise to be %s', async (_, promise) => {
    await expect(wallClock().until(promise())).resolves.toBeUndefined();
  });

  it('rings once, at its time, and at the next turn if that is past', () => {
    const clock = handClock();
    const rung: number[] = [];
    clock.alarm(50, () => rung.push(clock.now()));
    clock.alarm(-5, () => rung.push(clock.now()));
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(49);
    expect(rung).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(rung).toEqual([rung[0], 50]);
  });

  it('leaves no timer behind when an alarm is cancelled', () => {
    const clock = handClock();
    const ring = vi.fn();
    const cancel = clock.alarm(50, ring);
    expect(vi.getTimerCount()).toBe(1);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(100);
    expect(ring).not.toHaveBeenCalled();
  });

  it('does not ring when a timer fires before the time', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const clock = wallClock();
    const ring = vi.fn();
    const cancel = clock.alarm(clock.now() + 3_600_000, ring);
    vi.advanceTimersByTime(3_600_000);
    expect(ring).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(1);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reaches times beyond the longest timer', () => {
    const clock = handClock();
    const ring = vi.fn();
    clock.alarm(2 ** 31 + 5, ring);
    vi.advanceTimersByTime(2 ** 31 + 4);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledOnce();
  });

  it('knows the epoch time', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_234_567_890_123 });
    expect(epochNow()).toBe(1_234_567_890_123);
  });
});
