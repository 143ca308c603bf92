import { createServer } from 'node:http';
import { wallClock } from '../time/wall.js';
import { requestMax } from '../wire/decode.js';
import { broken } from './handler.js';
/** How long a client may take to send a request, and how long its connection may be idle. */
const slowest = 30_000;
const idle = 75_000;
/** How long answers under way may take to go out when the server ends. */
const patience = 1000;
/**
 * Listens on host and port (0: any free one). `defect` hears of errors that are our own; the client gets a 500 then.
 *
 * @throws the error of `listen`
 */
export async function listen(answers, host, port, defect) {
    const server = createServer({ requestTimeout: slowest, headersTimeout: slowest, keepAliveTimeout: idle });
    await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    const url = urlOf(server.address());
    const doorman = new Doorman(answers, server, url, defect);
    server.on('request', (request, response) => doorman.welcome(request, response));
    return { url, close: () => close(server) };
}
const urlOf = ({ address, family, port }) => `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
async function close(server) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const cancel = wallClock().alarm(patience, () => server.closeAllConnections());
    await closed;
    cancel();
}
/** Takes requests from sockets and puts answers on them. */
class Doorman {
    #answers;
    #server;
    #url;
    #defect;
    #connections = new WeakMap();
    #connected = 0;
    /** What the last client called this server, and what that comes to. */
    #host = '';
    #origin = '';
    constructor(answers, server, url, defect) {
        this.#answers = answers;
        this.#server = server;
        this.#url = url;
        this.#defect = defect;
    }
    welcome(request, response) {
        const chunks = [];
        let length = 0;
        const heard = () => {
            request.off('data', hear);
            this.#answer(request, response, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
        };
        const hear = (chunk) => {
            chunks.push(chunk);
            length += chunk.length;
            if (length <= requestMax)
                return;
            // the rest may never end, and changes nothing
            request.off('end', heard);
            response.shouldKeepAlive = false;
            response.once('finish', () => request.destroy());
            heard();
        };
        request.on('data', hear).once('end', heard).on('error', nothing);
    }
    #answer(request, response, body) {
        try {
            const answer = this.#answers(this.#toWire(request, body), this.#connectionOf(request));
            if (answer instanceof Promise)
                answer.then((late) => this.#write(response, late), this.#failing(response));
            else
                this.#write(response, answer);
        }
        catch (error) {
            this.#failing(response)(error);
        }
    }
    #toWire({ method = '', url = '/', headers }, body) {
        const mark = url.indexOf('?');
        const path = mark < 0 ? url : url.slice(0, mark);
        const query = mark < 0 ? '' : url.slice(mark + 1);
        const origin = headers.host === undefined ? this.#url : this.#originOf(headers.host);
        return { method, path, query, headers: headers, body, origin };
    }
    #originOf(host) {
        if (host !== this.#host) {
            this.#host = host;
            this.#origin = hostForm.test(host) ? `http://${host}` : this.#url;
        }
        return this.#origin;
    }
    #connectionOf({ socket }) {
        let name = this.#connections.get(socket);
        if (name === undefined) {
            name = String(++this.#connected);
            this.#connections.set(socket, name);
        }
        return name;
    }
    #write(response, answer) {
        if (answer === broken) {
            response.destroy();
            return;
        }
        const { status, headers, body } = answer;
        // who is about to end keeps no connection
        if (!this.#server.listening)
            response.shouldKeepAlive = false;
        const fields = ['content-length', Buffer.byteLength(body)];
        for (const name of Object.keys(headers))
            fields.push(name, headers[name]);
        response.writeHead(status, fields).end(body);
    }
    #failing(response) {
        return (error) => {
            this.#defect(error);
            this.#write(response, {
                status: 500,
                headers: { 'content-type': 'text/plain' },
                body: 'a defect of the server\n',
            });
        };
    }
}
/** What may stand in a URL between its slashes: a client can send anything. */
const hostForm = /^(?:[a-z0-9._-]{1,255}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
const nothing = () => { };
