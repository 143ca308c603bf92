import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CallName, callNames, type Ok } from '../../src/core/calls.js';
import { type Asked, decode } from '../../src/wire/decode.js';
import { encode } from '../../src/wire/encode.js';
import { changed } from '../../src/wire/kinds.js';
import { operations } from '../../src/wire/operations.js';
import { exchangeArns, exchanges, home, type Place, urlOf } from '../../src/wire/place.js';
import { anyOf, anyText, legalText, type Range } from './any.js';
import { origin, outputOf, type Protocol, protocols, requestOf } from './sdk.js';

const inputRange: Record<Protocol, Range> = {
  json: { text: anyText, least: 0, unnamed: true },
  // an empty table or structure is no parameter at all
  query: { text: anyText, least: 1, unnamed: false },
};
const outputRange: Record<Protocol, Range> = {
  json: { text: anyText, least: 0, unnamed: true },
  // the SDK drops empty text, and text of white space with a line end in it
  query: { text: legalText.filter((text) => /\S/.test(text)), least: 1, unnamed: true },
};

/** As the client sees queues, ARNs and tasks at this place. */
const outside = (place: Place) => ({ queue: (name: string) => urlOf(origin, place, name), ...exchanges(place) });

const places: Place[] = [home, { region: 'eu-west-3', account: '123456789012' }];

const cases = protocols.flatMap((protocol) => callNames.map((call): [Protocol, CallName] => [protocol, call]));

describe('the SDK and the wire understand each other (sqs:OP9)', () => {
  test.each(cases)('%s: what %s asks arrives', async (protocol, call) => {
    const { input: shape } = operations[call];
    await fc.assert(
      fc.asyncProperty(anyOf(shape, inputRange[protocol]), fc.constantFrom(...places), async (given, wanted) => {
        const input = given as { QueueUrl?: string; QueueOwnerAWSAccountId?: string };
        // without a URL the call is at home, whatever it says
        const place = input.QueueUrl === undefined ? home : wanted;
        const request = await requestOf(protocol, call, changed(shape, input, outside(place)) as object);
        expect(decode(request)).toEqual({ protocol, place, origin, call: { call, input } });
      }),
      { numRuns: 10 },
    );
  });

  test.each(cases)('%s: what %s answers is understood', async (protocol, call) => {
    const { output: shape } = operations[call];
    await fc.assert(
      fc.asyncProperty(anyOf(shape, outputRange[protocol]), fc.constantFrom(...places), async (output, place) => {
        const asked = { protocol, place, origin, call: { call, input: {} } } as Asked;
        const answer = encode(asked, { kind: 'ok', output } as Ok, 'id');
        const understood = await outputOf(protocol, call, {}, answer);
        expect(understood).toEqual(changed(shape, output, outside(place)));
      }),
      { numRuns: 10 },
    );
  });

  test('an exchange of ARNs is its own inverse', () => {
    const exchange = exchangeArns(places[1]!);
    const foreign = 'arn:aws:sqs:us-west-2:000000000000:q';
    const text = `${exchange('arn:aws:sqs:us-east-1:000000000000:a')} arn:aws:sqs:us-east-1:000000000000:b ${foreign}`;
    expect(exchange(text)).toBe(`arn:aws:sqs:us-east-1:000000000000:a arn:aws:sqs:eu-west-3:123456789012:b ${foreign}`);
    expect(exchange(exchange(text))).toBe(text);
  });
});
