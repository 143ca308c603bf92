import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Heap } from '../src/core/heap.js';

interface Entry {
  key: number;
  name: number;
}

/** Few keys, so that many are equal. */
const keys = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60, size: 'max' });

function heapOf(given: number[]): Heap<Entry> {
  const heap = new Heap<Entry>();
  for (const entry of entriesOf(given)) heap.push(entry.key, entry);
  return heap;
}

/** `Array.sort` is stable. */
const sorted = (entries: Entry[]): Entry[] => [...entries].sort((a, b) => a.key - b.key);
const entriesOf = (given: number[]): Entry[] => given.map((key, name) => ({ key, name }));

function emptied(heap: Heap<Entry>): Entry[] {
  const out: Entry[] = [];
  while (heap.size > 0) {
    expect(heap.next).toBe(heap.peek()!.key);
    out.push(heap.pop()!);
  }
  return out;
}

describe('heap', () => {
  test('an empty one has neither next nor value', () => {
    const heap = new Heap<string>();
    expect([heap.size, heap.next, heap.peek(), heap.pop(), heap.at(0)]).toEqual([
      0,
      Number.POSITIVE_INFINITY,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('gives values in the order of their keys, equal keys in the order they came', () => {
    fc.assert(
      fc.property(keys, (given) => {
        expect(emptied(heapOf(given))).toEqual(sorted(entriesOf(given)));
      }),
    );
  });

  test('keeps that order through any mixture of pushes and pops', () => {
    const moves = fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { freq: 3 }), { maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(moves, (mixture) => {
        const heap = new Heap<Entry>();
        let list: Entry[] = [];
        mixture.forEach((key, name) => {
          if (key === null) expect(heap.pop()).toEqual(list.shift());
          else {
            heap.push(key, { key, name });
            list = sorted([...list, { key, name }]);
          }
          expect([heap.size, heap.next, heap.peek()]).toEqual([
            list.length,
            list[0]?.key ?? Number.POSITIVE_INFINITY,
            list[0],
          ]);
        });
        expect(emptied(heap)).toEqual(list);
      }),
    );
  });

  test('keeps the order of what is left when it is compacted', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 4 }), keys, (given, every, later) => {
        const heap = heapOf(given);
        heap.compact(({ key, name }, asked) => {
          expect(asked).toBe(key);
          return name % every > 0;
        });
        const left = entriesOf(given).filter(({ name }) => name % every > 0);
        expect(heap.size).toBe(left.length);
        const more = later.map((key, k) => ({ key, name: 1000 + k }));
        for (const entry of more) heap.push(entry.key, entry);
        expect(emptied(heap)).toEqual(sorted([...left, ...more]));
      }),
    );
  });

  test('lets one look at every value, the first of which is the next', () => {
    fc.assert(
      fc.property(keys, (given) => {
        const heap = heapOf(given);
        const seen = given.map((_, index) => heap.at(index)!.name);
        expect([...seen].sort((a, b) => a - b)).toEqual(given.map((_, index) => index));
        expect(heap.at(0)).toEqual(heap.peek());
        expect(heap.at(given.length)).toBeUndefined();
      }),
    );
  });
});
