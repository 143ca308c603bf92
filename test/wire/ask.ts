import { type Asked, decode, type Turned } from '../../src/wire/decode.js';
import type { WireRequest } from '../../src/wire/http.js';

/** Requests written by hand. */

export const origin = 'http://127.0.0.1:9324';

/** A request in AWS JSON 1.0 (sqs:W10); `body` is sent as it is when it is text. */
export const json = (action: string, body: unknown, more: Partial<WireRequest> = {}): WireRequest => ({
  method: 'POST',
  path: '/',
  query: '',
  origin,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  ...more,
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `AmazonSQS.${action}`,
    ...more.headers,
  },
});

/** A request of the query protocol by POST (sqs:W20). */
export const form = (params: Record<string, string>, more: Partial<WireRequest> = {}): WireRequest => ({
  method: 'POST',
  path: '/',
  query: '',
  origin,
  body: Buffer.from(String(new URLSearchParams(params))),
  ...more,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...more.headers },
});

/** The same by GET. */
export const get = (path: string, params: Record<string, string>, more = ''): WireRequest => ({
  method: 'GET',
  path,
  query: `${new URLSearchParams(params)}${more}`,
  origin,
  body: new Uint8Array(),
  headers: {},
});

export function accepted(request: WireRequest): Asked {
  const decoded = decode(request);
  if ('refusal' in decoded) throw new Error(`turned away: ${JSON.stringify(decoded.refusal)}`);
  return decoded;
}

export function turned(request: WireRequest): Turned {
  const decoded = decode(request);
  if (!('refusal' in decoded)) throw new Error(`accepted: ${JSON.stringify(decoded.call)}`);
  return decoded;
}

/** A header that says who signs, with a signature that nobody looks at. */
export const signedBy = (key: string, region: string): { authorization: string } => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261101/${region}/sqs/aws4_request, SignedHeaders=host, Signature=0`,
});
