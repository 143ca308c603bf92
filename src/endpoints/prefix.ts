import { epochNow } from '../time/wall.js';
import { EndpointError } from './address.js';
import type { Naming } from './names.js';
import type { UrlOptions } from './url.js';

let ownPrefix: string | undefined;
let made = 0;

/** What the names of all queues begin with that this process makes, unless it is told another prefix. */
export function runPrefix(): string {
  ownPrefix ??= `redrive-${epochNow().toString(36)}-${process.pid.toString(36)}-`;
  return ownPrefix;
}

/** Names that only a run of ours gives, with the parts that `runPrefix` and an endpoint put before them. */
export const hasOurForm = (name: string): boolean => /^redrive-[\da-z]+-[\da-z]+-[\da-z]+-./.test(name);

/** What stands before the names of an endpoint's queues, and the value of their tag. */
export function prefixes({ prefix, tagged = false }: UrlOptions): Pick<Naming, 'prefix' | 'tag'> {
  const tag = (value: string): Pick<Naming, 'tag'> => ({ tag: tagged ? value : undefined });
  if (prefix === undefined) return { prefix: `${runPrefix()}${(made++).toString(36)}-`, ...tag(runPrefix()) };
  if (!/^[\w-]{1,60}$/.test(prefix)) {
    throw new EndpointError(`the prefix "${prefix}" may hold only letters, digits, - and _, at most 60`);
  }
  return { prefix, ...tag(prefix) };
}
