import { type Chooser, chooserOf, drawsOf } from '../chance/keyed.js';
import type { Call, Reply } from '../core/calls.js';
import type { Clock, Millis } from '../core/clock.js';
import type { Choose, Endpoint } from '../core/endpoint.js';
import type { History } from '../core/history.js';
import type { FaultName, Level, Liberty, Schedule, Setup } from '../core/schedule.js';
import { faults } from '../faults/index.js';
import { ActorExchange } from '../run/exchange.js';
import type { Asking, Desk } from './handler.js';
import { Journal } from './journal.js';

export interface DeskOptions {
  /** Fixes the answers to the open decisions of the nth call, and the faults. */
  seed: string;
  level: Level;
  liberties: readonly Liberty[];
  /** What happens to one call in ten on its way, drawn from these. */
  faults: readonly FaultName[];
  /** Milliseconds from one call to the next at the least: 1 in virtual time, so that their order shows; 0 in real time. */
  tick: Millis;
  /** Queues that are there from the beginning. */
  setup: Setup;
  /** Whether a history is kept of what every client asks and sees. */
  record: boolean;
  /** The bug in the endpoint, for the record. */
  mutant?: string;
}

export const plainDesk: Omit<DeskOptions, 'seed' | 'tick'> = {
  level: 'strict',
  liberties: [],
  faults: [],
  setup: { queues: [] },
  record: false,
};

/** One call in so many meets a fault. */
const faultEvery = 10;
/** A late answer is so late. */
const lateBy: Millis = 1000;

/** The desk of one place: an endpoint whose clients come when they like. */
export class SeededDesk implements Desk {
  readonly #endpoint: Endpoint;
  readonly #options: DeskOptions;
  readonly #settings: Omit<Schedule, 'steps'>;
  /** Kept also for faults, which are told in its words. */
  readonly #journal: Journal | undefined;
  #chooser: Chooser;
  #calls = 0;
  #last: Millis = 0;

  constructor(endpoint: Endpoint, options: DeskOptions) {
    const { seed, level, liberties, setup, record } = options;
    this.#endpoint = endpoint;
    this.#options = options;
    this.#settings = { seed, level, liberties: [...liberties], setup };
    this.#chooser = this.#newChooser();
    if (record || options.faults.length > 0) this.#journal = new Journal(driven(endpoint), this.#settings, record);
  }

  /** Creates the queues of the setup. @throws what the endpoint's `open` throws */
  open(): void | Promise<void> {
    return this.#endpoint.open(this.#options.setup);
  }

  call(call: Call, asking: Asking): Reply | Promise<Reply> {
    if (this.#options.tick === 0) return this.#answer(call, asking);
    const ready = this.#turn();
    return ready === undefined ? this.#answer(call, asking) : ready.then(() => this.#answerLater(call, asking));
  }

  close(): void | Promise<void> {
    return this.#endpoint.close();
  }

  /** What has been recorded; undefined if nothing is. */
  history(): History | undefined {
    const { record, mutant } = this.#options;
    if (!record || this.#journal === undefined) return undefined;
    const history = this.#journal.history();
    return mutant === undefined ? history : { ...history, mutant };
  }

  /** The next free instant; the clock is held then, unless no time had to be waited out. */
  #turn(): Promise<void> | undefined {
    const { clock } = this.#endpoint;
    const at = this.#free();
    return clock.now() >= at || clock.until(at) === undefined ? undefined : this.#turnAt(at);
  }

  /** An instant after the last call, and after the last attempt that a fault made of it. */
  #free(): Millis {
    return Math.max(this.#last, this.#journal?.last ?? 0) + this.#options.tick;
  }

  /** Waits as an alarm, so that nothing that happens later comes before. */
  async #turnAt(at: Millis): Promise<void> {
    const { clock } = this.#endpoint;
    await new Promise<void>((go) => {
      clock.alarm(at, () => {
        clock.hold();
        go();
      });
    });
    // another call may have come at this very instant
    const next = this.#free();
    if (clock.now() >= next) return;
    const turn = this.#turnAt(next);
    clock.until(next);
    clock.release();
    await turn;
  }

  /** An answer that comes later holds the clock, also one that only had to wait for its turn. */
  #answerLater(call: Call, asking: Asking): Reply | Promise<Reply> {
    const reply = this.#answer(call, asking);
    if (reply instanceof Promise) this.#endpoint.clock.release();
    return reply;
  }

  #answer(call: Call, asking: Asking): Reply | Promise<Reply> {
    if (this.#options.tick > 0) this.#last = this.#endpoint.clock.now();
    if (this.#journal === undefined) return this.#endpoint.call(call, asking.choose ?? this.#choose());
    return this.#noted(this.#journal, call, asking);
  }

  #noted(journal: Journal, call: Call, { from }: Asking): Reply | Promise<Reply> {
    const visit = journal.begin(call, from, (step) => this.#faultOf(step));
    if (visit === undefined) return this.#endpoint.call(call, plain);
    const { actor, step, fault } = visit;
    const exchange = new ActorExchange(journal, actor, call, step, fault);
    const op = fault === undefined ? exchange.send() : faults[fault].around(exchange, lateBy);
    if (!(op instanceof Promise)) {
      journal.end(visit, op);
      return op.reply;
    }
    return op.then((done) => {
      journal.end(visit, done);
      this.#endpoint.clock.hold();
      exchange.letGo();
      return done.reply;
    });
  }

  #faultOf(step: number): FaultName | undefined {
    const { faults, seed } = this.#options;
    if (faults.length === 0) return undefined;
    const draw = drawsOf(`${seed}/${step}`);
    return draw(faultEvery) === 0 ? faults[draw(faults.length)] : undefined;
  }

  /** Nobody wants to know the decisions taken long ago. */
  #choose(): Choose {
    if (this.#calls % 1000 === 999) this.#chooser = this.#newChooser();
    return this.#chooser.of(String(this.#calls++));
  }

  #newChooser(): Chooser {
    return chooserOf({ ...this.#settings, steps: [] });
  }
}

const plain: Choose = () => 0;

/** The same endpoint on a clock that goes on by itself to whatever a fault waits for: no client knows of that. */
function driven(endpoint: Endpoint): Endpoint {
  const { name, accuracy, clock } = endpoint;
  const alarm: Clock['alarm'] = (at, ring) => {
    const cancel = clock.alarm(at, ring);
    clock.until(at);
    return cancel;
  };
  return {
    name,
    accuracy,
    clock: {
      now: () => clock.now(),
      until: (at) => clock.until(at),
      alarm,
      hold: () => clock.hold(),
      release: () => clock.release(),
    },
    open: (setup) => endpoint.open(setup),
    call: (call, choose) => endpoint.call(call, choose),
    close: () => endpoint.close(),
  };
}
