/** The kinds of single values. All but `integer` and `flag` are text in a canonical call. */
export type LeafName =
  | 'text'
  | 'integer'
  | 'flag'
  /** Bytes as base64 text (sqs:W14). */
  | 'binary'
  /** A queue: its name in a canonical call, its URL on the wire (sqs:W1). */
  | 'queue'
  /** Text in which ARNs of queues may stand: of `arnOf` in a canonical call, of the caller's account on the wire (sqs:W2). */
  | 'arns'
  /** A TaskHandle: base64 of JSON with an ARN in it (sqs:MT3). */
  | 'task';

/** A kind of value, and what the query protocol needs to know besides: names of repeated elements (sqs:W21, sqs:W22). */
export type Kind = Leaf | List | Table | Structure | Reserved;

export interface Leaf {
  is: LeafName;
  holds: readonly LeafName[];
}
/** Flattened: one element `element` for each item. Without a name the query protocol does not have it. */
export interface List {
  is: 'list';
  of: Kind;
  element: string | undefined;
  holds: readonly LeafName[];
}
/** An object in JSON; in the query protocol one element for each entry, with its key and its value in it. */
export interface Table {
  is: 'table';
  of: Kind;
  element: string;
  key: string;
  value: string;
  holds: readonly LeafName[];
}
export interface Structure {
  is: 'structure';
  members: Readonly<Record<string, Kind>>;
  /** The same as a list, for whoever goes through all. */
  entries: readonly (readonly [string, Kind])[];
  /** Members that cannot be absent from what is asked. The service itself looks for those of the call (sqs:OP4). */
  needs: readonly string[];
  holds: readonly LeafName[];
}

/** A list that AWS has a name for and refuses (sqs:M1). */
export interface Reserved {
  is: 'reserved';
  element: string;
  holds: readonly LeafName[];
}

const leaf = (is: LeafName): Leaf => ({ is, holds: [is] });

export const text = leaf('text');
export const integer = leaf('integer');
export const flag = leaf('flag');
export const binary = leaf('binary');
export const queue = leaf('queue');
export const arns = leaf('arns');
export const task = leaf('task');

export const list = (of: Kind, element: string | undefined): List => ({ is: 'list', of, element, holds: of.holds });

export const table = (of: Kind, element: string, key: string, value: string): Table => ({
  is: 'table',
  of,
  element,
  key,
  value,
  holds: of.holds,
});

export const structure = (members: Readonly<Record<string, Kind>>, needs: readonly string[] = []): Structure => ({
  is: 'structure',
  members,
  needs,
  entries: Object.entries(members),
  holds: [...new Set(Object.values(members).flatMap(({ holds }) => holds))],
});

export const reserved = (element: string): Reserved => ({ is: 'reserved', element, holds: [] });

/** What becomes of the single values of some kinds. */
export type Changes = Partial<Record<LeafName, (value: never) => unknown>>;

const touches = (changes: Changes, { holds }: Kind): boolean => {
  for (const name of holds) if (changes[name] !== undefined) return true;
  return false;
};

/** The value with every single value of these kinds changed; what holds none of them is not copied. */
export function changed(kind: Kind, value: unknown, changes: Changes): unknown {
  if (value === undefined || !touches(changes, kind)) return value;
  switch (kind.is) {
    case 'list':
      return (value as unknown[]).map((item) => changed(kind.of, item, changes));
    case 'table':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, item]) => [key, changed(kind.of, item, changes)]),
      );
    case 'structure': {
      const copy = { ...(value as Record<string, unknown>) };
      for (const [name, member] of kind.entries)
        if (copy[name] !== undefined && touches(changes, member)) copy[name] = changed(member, copy[name], changes);
      return copy;
    }
    case 'reserved':
      return value;
    default:
      return changes[kind.is]!(value as never);
  }
}
