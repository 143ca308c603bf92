import { arnOf } from '../core/calls.js';
import type { Changes } from './kinds.js';

/** A region and an account: each has queues of its own (sqs:D1). */
export interface Place {
  region: string;
  account: string;
}

/** Where a call is that says nothing else, and the place of canonical ARNs. */
export const home: Place = { region: 'us-east-1', account: '000000000000' };

export const isHome = (place: Place): boolean =>
  place === home || (place.region === home.region && place.account === home.account);

/** One word for one place. */
export const keyOf = ({ region, account }: Place): string => `${region}/${account}`;

/** Keeps what `make` said of the last texts, which come again and again; `most` of them at the most. */
function remembered<T>(make: (text: string) => T, most = 1000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = make(text);
      if (known.size >= most) known.clear();
      if (text.length < 500) known.set(text, value);
    }
    return value;
  };
}

const regionForm = '[a-z]{2,3}(?:-[a-z]{2,10}){1,3}-\\d{1,2}';
const isRegion = new RegExp(`^${regionForm}$`);
const isAccount = /^\d{12}$/;
const credential = /^([^/,\s]{1,128})\/\d{1,8}\/([a-z0-9-]{1,32})\/sqs\/aws4_request$/;
const beforeCredential = 'Credential=';

/**
 * Who signed a request, as its `Authorization` header or its presigned query says. The signature itself is not looked
 * at. An access key of twelve digits stands for the account of that number.
 */
export function signerOf(authorization: string): Partial<Place> {
  const from = authorization.indexOf(beforeCredential);
  if (from < 0) return nobody;
  const to = authorization.indexOf(',', from);
  return signerOfScope(authorization.slice(from + beforeCredential.length, to < 0 ? undefined : to));
}

const nobody: Partial<Place> = {};

const signerOfScope = remembered((scope): Partial<Place> => {
  const [, key, region] = credential.exec(scope) ?? [];
  return {
    ...(region !== undefined && isRegion.test(region) && { region }),
    ...(key !== undefined && isAccount.test(key) && { account: key }),
  };
});

/** A queue as a QueueUrl names it: what the URL does not say is left open. */
export interface Address extends Partial<Place> {
  name: string;
  /** The region in a host name of AWS's form, which counts least: the host does not matter (sqs:OP3). */
  hostRegion?: string;
}

/** `{scheme}://{host}` before, `/queue/{region}` perhaps, then account and name (sqs:W1), a slash at the end or not. */
const urlForm = new RegExp(`^(?:https?://([^/]+))?(?:/queue/(${regionForm}))?/(\\d{12})/([^/]*)/?$`);
const hostForm = new RegExp(`^(?:https?://)?(?:sqs(?:-fips)?\\.(${regionForm})\\.|(${regionForm})\\.queue\\.)`);

const regionOfHost = (host: string): string | undefined => {
  const [, current, legacy] = hostForm.exec(host) ?? [];
  return current ?? legacy;
};

/**
 * A bare name (sqs:OP2), or a URL of any host (sqs:OP3) or of none. Whatever else it is, it is taken as a name, and no
 * queue has such a one (sqs:OP1).
 */
export const addressOf = remembered((url): Address => {
  const [, host, region, account, name] = urlForm.exec(url) ?? [];
  if (name === undefined || account === undefined) return { name: url };
  const hostRegion = host === undefined ? undefined : regionOfHost(host);
  return { name, account, ...(region !== undefined && { region }), ...(hostRegion !== undefined && { hostRegion }) };
});

/** Where a call is: the queue's URL says it, else whoever signed. */
export function placeOf(address: Partial<Address>, signer: Partial<Place>): Place {
  const region = address.region ?? signer.region ?? address.hostRegion ?? home.region;
  const account = address.account ?? signer.account ?? home.account;
  return region === home.region && account === home.account ? home : { region, account };
}

const impliedBy = remembered((origin) => regionOfHost(origin) ?? home.region);

/** The URL of a queue under this origin. The region is in it unless the host says it, or it is that of `home`. */
export function urlOf(origin: string, { region, account }: Place, name: string): string {
  const implied = impliedBy(origin) === region;
  return `${origin}${implied ? '' : `/queue/${region}`}/${account}/${name}`;
}

const partitions: readonly [string, string][] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
];

/** The ARN of a queue (sqs:W2). */
export function arnAt({ region, account }: Place, name: string): string {
  const partition = partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
}

/**
 * Canonical ARNs for the place's own, and the other way round: the same exchange at both borders, so that an ARN of
 * another place never becomes one of this.
 */
export function exchangeArns(place: Place): (text: string) => string {
  const canonical = arnOf('');
  const own = arnAt(place, '');
  const either = new RegExp(`${canonical}|${own}`, 'g');
  return (text) => text.replace(either, (found) => (found === own ? canonical : own));
}

/** The same in a TaskHandle (sqs:MT3); what is not one stays as it is. */
export function exchangeTask(exchange: (text: string) => string): (handle: string) => string {
  return (handle) => {
    const decoded = Buffer.from(handle, 'base64').toString('utf8');
    const exchanged = exchange(decoded);
    return exchanged === decoded ? handle : Buffer.from(exchanged, 'utf8').toString('base64');
  };
}

/** What a border of the place does to ARNs: nothing at home, where all are canonical already. */
export function exchanges(place: Place): Changes {
  if (isHome(place)) return {};
  const exchange = exchangeArns(place);
  return { arns: exchange, task: exchangeTask(exchange) };
}
