import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Call, Calls } from '../core/calls.js';
import { limits } from '../core/limits.js';
import { EndpointError } from './address.js';
import { runTag } from './names.js';
import { hasOurForm } from './prefix.js';
import { ask } from './sdk.js';

/** What became of the queues whose names begin with a prefix. */
export interface Cleaned {
  deleted: string[];
  /** Those that are not ours, with the reason why they were left alone. */
  left: { name: string; why: string }[];
  /** Those that may be ours and could not be deleted. */
  failed: { name: string; why: string }[];
}

/**
 * Deletes the queues that runs left behind: their names begin with the prefix, and on AWS, where `tagged` is true, their tag
 * says what they begin with; elsewhere they have the form that only runs give them.
 * @throws EndpointError if the queues cannot be listed
 */
export async function clean(client: SQSClient, prefix: string, tagged: boolean): Promise<Cleaned> {
  const cleaned: Cleaned = { deleted: [], left: [], failed: [] };
  for (const url of await listed(client, prefix)) {
    const name = nameIn(url);
    const { what, why } = name.startsWith(prefix)
      ? await remove(client, url, tagged)
      : left(`it does not begin with ${prefix}`);
    if (what === 'deleted') cleaned.deleted.push(name);
    else cleaned[what].push({ name, why });
  }
  return cleaned;
}

interface Fate {
  what: keyof Cleaned;
  why: string;
}
const left = (why: string): Fate => ({ what: 'left', why });

async function remove(client: SQSClient, QueueUrl: string, tagged: boolean): Promise<Fate> {
  const refusal = tagged ? await withoutTag(client, QueueUrl) : withoutForm(QueueUrl);
  if (refusal !== undefined) return refusal;
  const done = await answer(client, { call: 'DeleteQueue', input: { QueueUrl } });
  return 'output' in done ? { what: 'deleted', why: '' } : fateOf(done, 'DeleteQueue failed');
}

const withoutForm = (QueueUrl: string): Fate | undefined =>
  hasOurForm(nameIn(QueueUrl)) ? undefined : left('no run names a queue so');

async function withoutTag(client: SQSClient, QueueUrl: string): Promise<Fate | undefined> {
  const read = await answer(client, { call: 'ListQueueTags', input: { QueueUrl } });
  if (!('output' in read)) return fateOf(read, 'its tags cannot be read');
  const tag = (read.output as Calls['ListQueueTags']['output']).Tags?.[runTag];
  if (!tag) return left(`it has no tag ${runTag}`);
  if (!nameIn(QueueUrl).startsWith(tag)) return left(`its tag ${runTag} is of another name, ${tag}`);
  return undefined;
}

/** A deleted queue may be listed for a minute more (sqs:OP8). */
const fateOf = ({ why, code }: Refused, what: string): Fate =>
  code === 'QueueDoesNotExist' ? left('it is gone already') : { what: 'failed', why: `${what}: ${why}` };

/** The URLs of the queues that begin with the prefix, page by page, until a page says nothing new. */
async function listed(client: SQSClient, prefix: string): Promise<Set<string>> {
  const urls = new Set<string>();
  let NextToken: string | undefined;
  for (let known = -1; known < urls.size; ) {
    known = urls.size;
    const input = {
      QueueNamePrefix: prefix,
      MaxResults: limits.listMax,
      ...(NextToken !== undefined && { NextToken }),
    };
    const read = await answer(client, { call: 'ListQueues', input });
    if (!('output' in read)) throw new EndpointError(`the queues cannot be listed: ${read.why}`);
    const page = read.output as Calls['ListQueues']['output'];
    for (const url of page.QueueUrls ?? []) urls.add(url);
    NextToken = page.NextToken;
    if (NextToken === undefined) break;
  }
  return urls;
}

interface Refused {
  why: string;
  code?: string;
}

async function answer(client: SQSClient, call: Call): Promise<{ output: object } | Refused> {
  const { reply, failure } = await ask(client, call);
  if (reply.kind === 'ok') return { output: reply.output };
  return { why: failure!.why, ...(reply.kind === 'error' && { code: reply.code }) };
}

const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
