import * as sqs from '@aws-sdk/client-sqs';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, test } from 'vitest';
import { callNames } from '../../src/core/calls.js';
import type { Kind } from '../../src/wire/kinds.js';
import { operations } from '../../src/wire/operations.js';

/** A kind as far as the service model of the SDK knows it: it has no word for queues and ARNs. */
function plain(kind: Kind, member: string): unknown {
  switch (kind.is) {
    case 'structure':
      return members(kind.members);
    case 'list':
      return { [kind.element ?? sharedNames[member]!]: [plain(kind.of, '')] };
    case 'reserved':
      return { [kind.element]: [kind.element === 'BinaryListValue' ? 'binary' : 'text'] };
    case 'table':
      return { [kind.element]: [kind.key, kind.value, plain(kind.of, '')] };
    default:
      return ['queue', 'arns', 'task'].includes(kind.is) ? 'text' : kind.is;
  }
}

const members = (kinds: Readonly<Record<string, Kind>>): object =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, plain(kind, name)]));

/** sqs:RM6: this list has no name of its own in the query protocol. */
const sharedNames: Record<string, string> = { MessageSystemAttributeNames: 'AttributeName' };

/** The same words for a schema of the SDK. */
function modelled(schema: NormalizedSchema, member: string): unknown {
  const { xmlName = member } = schema.getMergedTraits() as { xmlName?: string };
  if (schema.isStructSchema())
    return Object.fromEntries([...schema.structIterator()].map(([name, shape]) => [name, modelled(shape, name)]));
  if (schema.isListSchema()) return { [xmlName]: [modelled(schema.getValueSchema(), '')] };
  if (schema.isMapSchema()) {
    const { xmlName: key = 'key' } = schema.getKeySchema().getMergedTraits() as { xmlName?: string };
    const { xmlName: value = 'value' } = schema.getValueSchema().getMergedTraits() as { xmlName?: string };
    return { [xmlName]: [key, value, modelled(schema.getValueSchema(), '')] };
  }
  if (schema.isBlobSchema()) return 'binary';
  if (schema.isNumericSchema()) return 'integer';
  return schema.isBooleanSchema() ? 'flag' : 'text';
}

type OperationSchema = { input: unknown; output: unknown } & unknown[];

describe('the description of the calls is that of the service model', () => {
  test.each(callNames)('%s', (name) => {
    const schema = (sqs as unknown as Record<string, OperationSchema>)[`${name}$`]!;
    const [, , , , input, output] = schema;
    const shapes = [input, output].map((shape) => modelled(NormalizedSchema.of(shape as never), name));
    const { input: ownInput, output: ownOutput } = operations[name];
    expect(members(ownInput.members)).toEqual(shapes[0]);
    expect(members(ownOutput.members)).toEqual(operations[name].answers ? shapes[1] : {});
  });
});
