import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import net from 'node:net';
import { contract } from '../../models/rules.js';
import { Sqs } from '../../models/sqs/service.js';
import type { Clock } from '../../src/core/clock.js';
import { modelEndpoint, modelEpoch } from '../../src/endpoints/model.js';
import { plainDesk } from '../../src/serve/desk.js';
import { Served, type ServedOptions } from '../../src/serve/served.js';
import { type Listening, listen } from '../../src/serve/server.js';

/** A server in this process, and clients that know nothing of SQS. */

export interface Open {
  served: Served;
  listening: Listening;
  port: number;
  defects: unknown[];
  close(): Promise<void>;
}

/** `slowest` is how long a request may take, in milliseconds. */
export async function open(clock: Clock, options: Partial<ServedOptions> = {}, slowest?: number): Promise<Open> {
  const defects: unknown[] = [];
  const endpoint = () => modelEndpoint(new Sqs(contract, modelEpoch), clock);
  const served = new Served(clock, endpoint, { ...plainDesk, seed: 'any', ...options });
  const listening = await listen(
    (request, from) => served.answer(request, from),
    '127.0.0.1',
    0,
    (e) => defects.push(e),
    slowest,
  );
  const close = async (): Promise<void> => {
    await Promise.all([listening.close(), served.close()]);
  };
  return { served, listening, port: Number(new URL(listening.url).port), defects, close };
}

export interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export const agent = new Agent({ keepAlive: true, maxSockets: 5000 });

export function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string | string[]> = {},
  body: string | Buffer = '',
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

export const call = (port: number, action: string, input: unknown): Promise<Heard> =>
  ask(
    port,
    'POST',
    '/',
    { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
    typeof input === 'string' ? input : JSON.stringify(input),
  );

/** Bytes over a bare socket, and all that comes back until the other side ends or `enough` has come. */
export function bare(port: number, bytes: string | Buffer, enough?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (enough?.test(heard)) end();
    });
    socket.on('end', end).on('error', end);
    socket.write(bytes);
  });
}
