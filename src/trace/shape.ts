/** What is wrong with a value, and where in it: `.at.tick`, `.Entries[2].Id`, or nothing for the value itself. */
export interface Wrong {
  where: string;
  says: string;
}

/**
 * Looks at a value that JSON.parse gave, copies nothing, and says nothing if it is a `T`. Written against the type it
 * stands for, so that a member added there does not compile until it is looked at here.
 */
export interface Shape<T> {
  (value: unknown): Wrong | undefined;
  /** Never there: it only tells the compiler what the shape is of. */
  readonly of?: T;
}

/** One shape for each member of `T`; the key of one that may be absent ends in `?`. */
export type Members<T> = {
  [K in keyof T & string as object extends Pick<T, K> ? `${K}?` : K]-?: Shape<Exclude<T[K], undefined>>;
};

/** A value that passes `test`; `what` completes "must be ...". */
export function is<T>(what: string, test: (value: unknown) => boolean): Shape<T> {
  return (value) => (test(value) ? undefined : wrong(`must be ${what}, not ${shown(value)}`));
}

export const text = is<string>('text', (value) => typeof value === 'string');
export const name = is<string>('text that is not empty', (value) => typeof value === 'string' && value !== '');
export const flag = is<boolean>('true or false', (value) => typeof value === 'boolean');
/** AWS's Integer. */
export const integer = is<number>(
  'a whole number of 32 bits',
  (value) => typeof value === 'number' && (value | 0) === value,
);
export const count = is<number>('a whole number from 0 to 2^53 - 1', isCount);
export const millis = is<number>('whole milliseconds from 0 to 2^53 - 1', isCount);
/** So long that thousands of them still add up to a time. */
export const pause = is<number>('whole milliseconds from 0 to 10^12', (value) => isCount(value) && value <= 1e12);

export function oneOf<T extends string | number | boolean>(...words: T[]): Shape<T> {
  return is(wordsIn(words), (value) => words.includes(value as T));
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return wrong(`must be a list, not ${shown(value)}`);
    for (let index = 0; index < value.length; index++) {
      const found = shape(value[index]);
      if (found !== undefined) return within(`[${index}]`, found);
    }
    return undefined;
  };
}

/** An object whose keys are names and whose members are all alike. */
export function table<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value) => inside(value, () => shape);
}

/** An object with these members; further ones are refused, or must be a `rest`. */
export function members<T>(shapes: Members<T>, rest?: Shape<unknown>): Shape<T> {
  const entries = Object.entries<Shape<unknown>>(shapes);
  const required = entries.map(([key]) => key).filter((key) => !key.endsWith('?'));
  const known = new Map(entries.map(([key, shape]) => [key.replace('?', ''), shape]));
  return (value) =>
    inside(value, (key) => known.get(key) ?? rest) ?? missing(required, value as Record<string, unknown>);
}

/** An object of the kind that its member `tag` names; `what` completes "must be ..." for that member. */
export function variant<T>(tag: keyof T & string, what: string, shapes: Record<string, Shape<unknown>>): Shape<T> {
  const kinds = new Map<unknown, Shape<unknown>>(Object.entries(shapes));
  const named = is<string>(what, (value) => kinds.has(value));
  return (value) => {
    if (!isObject(value)) return wrong(`must be an object, not ${shown(value)}`);
    return missing([tag], value) ?? within(`.${tag}`, named(value[tag])) ?? kinds.get(value[tag])!(value);
  };
}

/** Puts a finding into its place in a larger value. */
export function within(where: string, found: Wrong | undefined): Wrong | undefined {
  return found && { where: where + found.where, says: found.says };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value in a sentence, never more than a few words of it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

const wrong = (says: string): Wrong => ({ where: '', says });

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Each member by the shape of its key. The name of the prototype is nobody's key. */
function inside(value: unknown, shapeOf: (key: string) => Shape<unknown> | undefined): Wrong | undefined {
  if (!isObject(value)) return wrong(`must be an object, not ${shown(value)}`);
  for (const key of Object.keys(value)) {
    const shape = key === '__proto__' ? undefined : shapeOf(key);
    if (shape === undefined) return { where: place(key), says: 'is not known here' };
    const found = shape(value[key]);
    if (found !== undefined) return within(place(key), found);
  }
  return undefined;
}

function missing(required: string[], value: Record<string, unknown>): Wrong | undefined {
  const key = required.find((key) => !Object.hasOwn(value, key));
  return key === undefined ? undefined : { where: place(key), says: 'is missing' };
}

const place = (key: string): string => (/^\w[\w-]{0,39}$/.test(key) ? `.${key}` : `[${shown(key)}]`);

function wordsIn(words: unknown[]): string {
  return words.length === 1 ? String(words[0]) : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** JSON.parse reads 1e999 as Infinity. */
const scalar = is<unknown>('a number below 10^308', (value) => typeof value !== 'number' || Number.isFinite(value));

function nested(depth: number): Shape<unknown> {
  if (depth === 0) return is('nested less deeply', (value) => typeof value !== 'object' || value === null);
  const inner = nested(depth - 1);
  const [items, object] = [list(inner), table(inner)];
  return (value) => (Array.isArray(value) ? items(value) : isObject(value) ? object(value) : scalar(value));
}

/** Any JSON, nested at most 16 deep. */
export const json: Shape<unknown> = nested(16);
