import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../src/core/canonical.js';

const cases: [what: string, value: unknown, text: string][] = [
  ['keys in code-unit order', { b: 1, a: 2, B: 3, ä: 4, '10': 5, '9': 6 }, '{"10":5,"9":6,"B":3,"a":2,"b":1,"ä":4}'],
  ['lists in their own order', [3, 1, 2], '[3,1,2]'],
  ['no white space', { a: [{ c: null }, []], b: {} }, '{"a":[{"c":null},[]],"b":{}}'],
  ['absent members absent', { a: undefined, b: true }, '{"b":true}'],
  ['nothing left', { a: undefined }, '{}'],
  ['a hole in a list', [undefined, 1], '[null,1]'],
  ['quotes, backslashes and controls escaped', 'a"b\\c\n\u0001\u007f', '"a\\"b\\\\c\\n\\u0001\u007f"'],
  ['text beyond ASCII as it is', 'é ✓ 😀 \u2028', '"é ✓ 😀 \u2028"'],
  ['half a surrogate pair escaped', '\ud83d', '"\\ud83d"'],
  ['minus zero', -0, '0'],
  ['large and small numbers', [2 ** 53 - 1, 1e21, 1e-7, 0.1], '[9007199254740991,1e+21,1e-7,0.1]'],
  ['numbers JSON has no word for', [Number.NaN, Number.POSITIVE_INFINITY], '[null,null]'],
  ['an own __proto__', JSON.parse('{"b":1,"__proto__":2}'), '{"__proto__":2,"b":1}'],
];

/** The same value with the keys of every object turned round. */
const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  const turned = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(turned.reverse());
};

/** The definition: JSON with sorted keys, by way of JSON.stringify alone. */
const plainly = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join(',')}}`;
};

describe('canonical JSON', () => {
  test.each(cases)('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test('is JSON with sorted keys, whatever order the keys came in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (json) => {
        const text = canonical(json);
        expect(text).toBe(plainly(json));
        expect(canonical(reversed(json))).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('sorts wide objects like narrow ones', () => {
    const wide = fc.dictionary(fc.string(), fc.nat(), { minKeys: 10, maxKeys: 40 });
    fc.assert(
      fc.property(wide, (members) => {
        expect(canonical(members)).toBe(plainly(members));
      }),
    );
  });
});
