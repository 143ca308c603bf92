import { isUtf8 } from 'node:buffer';
import { malformed, Refused } from './refusals.js';

/** One HTTP request without its socket. */
export interface WireRequest {
  method: string;
  /** As in the request line, without the query. */
  path: string;
  /** What follows the question mark; empty if there is none. */
  query: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  /** Scheme and authority that the client used, such as `http://127.0.0.1:9324`: the beginning of every queue URL. */
  origin: string;
}

/** One HTTP response without its socket. */
export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A body as text; an ill-formed one must not be mended silently (sqs:D6). @throws Refused */
export function textOf(body: Uint8Array): string {
  if (!isUtf8(body)) throw new Refused(malformed(''));
  const { buffer, byteOffset, byteLength } = body;
  return (body instanceof Buffer ? body : Buffer.from(buffer, byteOffset, byteLength)).toString('utf8');
}
