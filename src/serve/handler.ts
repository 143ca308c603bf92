import type { Call, Reply } from '../core/calls.js';
import type { Clock } from '../core/clock.js';
import type { Choose } from '../core/endpoint.js';
import { type Asked, decode } from '../wire/decode.js';
import { encode, encodeTurned } from '../wire/encode.js';
import type { WireRequest, WireResponse } from '../wire/http.js';
import type { Place } from '../wire/place.js';

/** Whoever answers the calls of one place. A poll may stay open until the clock says so; its answer holds the clock. */
export interface Desk {
  call(call: Call, asking: Asking): Reply | Promise<Reply>;
}

/** What comes with a request besides its bytes. */
export interface Asking {
  /** Answers the open decisions of this call, where the client knows better than the desk. */
  choose?: Choose;
  /** Who asks, such as the number of a connection. */
  from?: string;
  /** Called when the answer has to wait for time to pass, and when it is there: before anything else can happen. */
  parked?(): void;
  answered?(): void;
}

/** Nobody will ever know what came of the call: the connection breaks without an answer. */
export const broken = 'broken';

const nothingFound: Reply = { kind: 'ok', output: {} };

/** HTTP requests in, HTTP responses out: the wire on one side, the desks of all places on the other. */
export class Handler {
  readonly #deskOf: (place: Place, call: Call) => Desk;
  readonly #clock: Clock;
  /** Ends the waits of polls that are open. */
  readonly #waits = new Set<() => void>();
  #requests = 0;
  #closed = false;

  /** `deskOf` is asked for every call; the desk may depend on it, as a place begins with its first queue. */
  constructor(clock: Clock, deskOf: (place: Place, call: Call) => Desk) {
    this.#clock = clock;
    this.#deskOf = deskOf;
  }

  /** Never throws or rejects for what a client can send. */
  handle(
    request: WireRequest,
    asking: Asking = {},
  ): WireResponse | typeof broken | Promise<WireResponse | typeof broken> {
    const asked = decode(request);
    if ('refusal' in asked) return encodeTurned(asked, this.nextRequestId());
    const reply = this.ask(asked, asking);
    return reply instanceof Promise ? reply.then((r) => this.#written(asked, r)) : this.#written(asked, reply);
  }

  /** The same without the bytes. */
  ask(asked: Asked, asking: Asking = {}): Reply | Promise<Reply> {
    const reply = this.#deskOf(asked.place, asked.call).call(asked.call, asking);
    if (!(reply instanceof Promise)) return reply;
    if (this.#closed && asked.call.call === 'ReceiveMessage') return nothingFound;
    asking.parked?.();
    return new Promise((resolve) => {
      let open = true;
      const end = (answer: Reply): void => {
        if (!open) return;
        open = false;
        this.#waits.delete(dismiss);
        asking.answered?.();
        resolve(answer);
      };
      const dismiss = (): void => end(nothingFound);
      if (asked.call.call === 'ReceiveMessage') this.#waits.add(dismiss);
      reply.then((answer) => {
        end(answer);
        this.#clock.release();
      });
    });
  }

  /** Answers every open poll with what has been found so far: nothing. */
  dismiss(): void {
    for (const dismiss of this.#waits) dismiss();
  }

  /** The same, and nobody waits any more. */
  close(): void {
    this.#closed = true;
    this.dismiss();
  }

  /** Deterministic: requests are numbered. */
  nextRequestId(): string {
    const number = (this.#requests++).toString(16).padStart(12, '0');
    return `00000000-0000-4000-8000-${number}`;
  }

  #written(asked: Asked, reply: Reply): WireResponse | typeof broken {
    return reply.kind === 'unknown' ? broken : encode(asked, reply, this.nextRequestId());
  }
}
