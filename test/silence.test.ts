import { beforeEach, expect, test } from 'vitest';
import { connectionsTo } from '../src/endpoints/connections.js';
import { Silence } from '../src/endpoints/silence.js';

let now = 0;
let silence: Silence;
beforeEach(() => {
  now = 0;
  silence = new Silence(() => now);
});
const unanswered = (what: string, sent: number, ended: number): void => {
  now = ended;
  silence.unanswered({ what, sent });
};

test('a server that answers none of three calls in 30 s is given up, since the first that was sent', () => {
  unanswered('b', 1000, 11_000);
  unanswered('a', 500, 20_000);
  expect(silence.since).toBeUndefined();
  unanswered('c', 20_000, 30_499);
  expect(silence.since).toBeUndefined();
  unanswered('d', 20_000, 30_500);
  expect(silence.since).toBe('a');
});

test('two calls without an answer are not enough, however long they took', () => {
  unanswered('a', 0, 10_000);
  unanswered('b', 90_000, 100_000);
  expect(silence.since).toBeUndefined();
});

test('one answer, and it begins anew', () => {
  unanswered('a', 0, 10_000);
  unanswered('b', 10_000, 20_000);
  silence.answered();
  unanswered('c', 20_000, 31_000);
  unanswered('d', 20_000, 40_000);
  expect(silence.since).toBeUndefined();
  unanswered('e', 40_000, 50_000);
  expect(silence.since).toBe('c');
});

test('whether anybody was answered after that', () => {
  expect(silence.wasAnsweredAfter(0)).toBe(false);
  now = 5;
  silence.answered();
  now = 9;
  expect([4, 5].map((at) => silence.wasAnsweredAfter(at))).toEqual([true, false]);
});

test('what was given up stays so for those who know it; others get new connections', () => {
  const connections = connectionsTo('somewhere', 3);
  expect(connectionsTo('somewhere', 3)).toBe(connections);
  for (let k = 0; k < 3; k++) connections.silence.unanswered({ what: 'x', sent: -30_000 });
  connections.silence.answered();
  expect(connections.silence.since).toBe('x');
  expect(connectionsTo('somewhere', 3)).not.toBe(connections);
  expect(connectionsTo('somewhere', 3).silence.since).toBeUndefined();
});
