import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Millis } from '../core/clock.js';
import { wallClock } from '../time/wall.js';
import { type Answers, Doorman } from './doorman.js';

export interface Listening {
  /** `http://host:port`, as it was bound. */
  url: string;
  /** Takes no new connections, lets answers under way go out, and ends. */
  close(): Promise<void>;
}

/** How long a client may take to send a request, and how long its connection may be idle. */
const slowest: Millis = 30_000;
const idle: Millis = 75_000;
/** How long answers under way may take to go out when the server ends. */
const patience: Millis = 5000;

/**
 * Listens on host and port (0: any free one). `defect` hears of errors that are our own; the client gets a 500 then.
 *
 * @throws the error of `listen`
 */
export async function listen(
  answers: Answers,
  host: string,
  port: number,
  defect: (error: unknown) => void,
  requestTimeout = slowest,
): Promise<Listening> {
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: requestTimeout / 6,
    keepAliveTimeout: idle,
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const url = urlOf(server.address() as AddressInfo);
  const doorman = new Doorman(answers, server, url, defect);
  server.on('request', (request, response) => doorman.welcome(request, response));
  server.on('connect', (_, socket) => socket.on('error', () => {}).end(noTunnel, () => socket.destroy()));
  return { url, close: () => close(server) };
}

const noTunnel = 'HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n';

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cancel = wallClock().alarm(patience, () => server.closeAllConnections());
  await closed;
  cancel();
}
