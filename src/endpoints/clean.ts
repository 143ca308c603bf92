import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Call, Calls } from '../core/calls.js';
import { limits } from '../core/limits.js';
import { EndpointError } from './address.js';
import { runTag } from './names.js';
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
 * Deletes the queues that runs left behind: their names begin with the prefix, and their tag says what they begin with.
 * @throws EndpointError if the queues cannot be listed
 */
export async function clean(client: SQSClient, prefix: string): Promise<Cleaned> {
  const cleaned: Cleaned = { deleted: [], left: [], failed: [] };
  for (const url of await listed(client, prefix)) {
    const name = nameIn(url);
    const refusal = name.startsWith(prefix) ? await whyNotOurs(client, url) : other(`it does not begin with ${prefix}`);
    if (refusal?.isOther) cleaned.left.push({ name, why: refusal.why });
    else if (refusal !== undefined) cleaned.failed.push({ name, why: refusal.why });
    else await remove(client, url, cleaned);
  }
  return cleaned;
}

interface Refusal {
  why: string;
  isOther: boolean;
}
const other = (why: string): Refusal => ({ why, isOther: true });

async function whyNotOurs(client: SQSClient, QueueUrl: string): Promise<Refusal | undefined> {
  const { output, why } = await answer(client, { call: 'ListQueueTags', input: { QueueUrl } });
  if (output === undefined) return { why: `its tags cannot be read: ${why}`, isOther: false };
  const tag = (output as Calls['ListQueueTags']['output']).Tags?.[runTag];
  if (!tag) return other(`it has no tag ${runTag}`);
  return nameIn(QueueUrl).startsWith(tag) ? undefined : other(`its tag ${runTag} is of another name, ${tag}`);
}

async function remove(client: SQSClient, QueueUrl: string, { deleted, failed }: Cleaned): Promise<void> {
  const { output, why } = await answer(client, { call: 'DeleteQueue', input: { QueueUrl } });
  if (output !== undefined) deleted.push(nameIn(QueueUrl));
  else failed.push({ name: nameIn(QueueUrl), why: `DeleteQueue answered ${why}` });
}

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
    const { output, why } = await answer(client, { call: 'ListQueues', input });
    if (output === undefined) throw new EndpointError(`the queues cannot be listed: ${why}`);
    const page = output as Calls['ListQueues']['output'];
    for (const url of page.QueueUrls ?? []) urls.add(url);
    NextToken = page.NextToken;
    if (NextToken === undefined) break;
  }
  return urls;
}

async function answer(client: SQSClient, call: Call): Promise<{ output?: object; why?: string }> {
  const { reply, failure } = await ask(client, call);
  return reply.kind === 'ok' ? { output: reply.output } : { why: failure!.why };
}

const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
