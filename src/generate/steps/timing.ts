import { isFifo } from '../../core/calls.js';
import { attributeDefaults, limits } from '../../core/limits.js';
import type { AtDeadline, Deadline, Step, When } from '../../core/schedule.js';
import type { Members } from '../members.js';
import { pick, pickLate } from '../pick.js';
import { attributesOf, type Recipe } from './recipe.js';

/** A deadline that later steps can aim at. */
interface Aim {
  after: number;
  deadline: Deadline;
  queue: unknown;
  /** From the step to the deadline; exact for `visibility`, `delay` and `poll`. */
  seconds: number;
}

/** Among how many of the latest deadlines a step looks for those of its own queue. */
const memory = 12;

/** Remembers the deadlines that steps set, and draws when the next ones begin. */
export class Timing {
  readonly #recipe: Recipe;
  readonly #aims: Aim[] = [];

  constructor(recipe: Recipe) {
    this.#recipe = recipe;
  }

  /** Gives the step its time, unless it has one; a receive may become a long poll for it. */
  schedule(step: Step): void {
    if (step.at !== undefined) return;
    const at = this.#when(step);
    if (at !== undefined) step.at = at;
  }

  /** Remembers the deadlines that the step sets. */
  remember(step: Step): void {
    switch (step.call) {
      case 'ReceiveMessage':
        this.#add(step, 'visibility', this.#seconds(step, 'VisibilityTimeout'));
        this.#add(step, 'poll', this.#seconds(step, 'WaitTimeSeconds', 'ReceiveMessageWaitTimeSeconds'));
        this.#addFar(step, 'cap', 4, limits.visibilityMax);
        break;
      case 'SendMessage':
      case 'SendMessageBatch':
        this.#add(step, 'delay', this.#seconds(step, 'DelaySeconds'));
        this.#addFar(step, 'cap', 8, limits.visibilityMax);
        this.#addFar(step, 'retention', 2, this.#seconds(step, 'MessageRetentionPeriod'));
        if (this.#recipe.features.has('dedup') && isFifo(String(step.input.QueueUrl)) && this.#recipe.draw(4) === 0)
          this.#add(step, 'dedup', limits.dedupWindow);
        break;
      case 'ChangeMessageVisibility':
        this.#add(step, 'visibility', step.input.VisibilityTimeout as number);
        break;
      case 'PurgeQueue':
      case 'DeleteQueue':
        this.#addFar(step, 'guard', 1, limits.purgeGuard);
    }
  }

  #when(step: Step): When | undefined {
    const { draw, features, values, isFar } = this.#recipe;
    const lot = draw(20);
    if (lot < 9) return undefined;
    if (lot < 16 && features.has('deadlines') && this.#aims.length > 0) return this.#aim(step);
    if (lot === 19 && isFar) return { wait: pick(draw, values.farPauses) };
    return lot < 18 ? undefined : { wait: pick(draw, values.pauses) };
  }

  /** At one of the latest deadlines, mostly of the step's own queue; a tick before it, exactly, or a tick after it. */
  #aim(step: Step): AtDeadline {
    const { draw } = this.#recipe;
    const near = this.#aims.slice(-memory).filter(({ queue }) => queue === step.input.QueueUrl);
    const from = near.length > 0 && draw(4) > 0 ? near : this.#aims;
    const aim = pickLate(draw, from)!;
    const { after, deadline } = aim;
    const tick = draw(3) - 1;
    return this.#endThere(step, aim) ? { after, deadline, tick: 0, ends: true } : { after, deadline, tick };
  }

  /** Makes a receive a long poll that fits before the deadline, so that its wait can end exactly there. */
  #endThere(step: Step, { deadline, seconds }: Aim): boolean {
    const { draw, features } = this.#recipe;
    if (step.call !== 'ReceiveMessage' || !features.has('long-polls') || draw(2) === 0) return false;
    if ((deadline !== 'delay' && deadline !== 'visibility') || seconds < 2) return false;
    step.input.WaitTimeSeconds = drawWait(this.#recipe, seconds);
    return true;
  }

  #add(step: Step, deadline: Deadline, seconds: number): void {
    if (seconds > 0 && seconds <= this.#recipe.values.horizon)
      this.#aims.push({ after: step.id, deadline, queue: step.input.QueueUrl, seconds });
  }

  /** One in `rarity` of them is worth waiting for. */
  #addFar(step: Step, deadline: Deadline, rarity: number, seconds: number): void {
    const { isFar, draw, values } = this.#recipe;
    if (isFar && seconds <= values.farHorizon && draw(rarity) === 0) this.#add(step, deadline, 1);
  }

  #seconds(step: Step, member: string, attribute = member): number {
    return secondsOf(step, this.#recipe, member, attribute);
  }
}

/**
 * A duration of the step or of the first entry of its batch, else the attribute of its queue at time 0; the delay of a FIFO
 * queue's messages is always that of the queue (sqs:DY2).
 */
export function secondsOf({ input }: Step, recipe: Recipe, member: string, attribute = member): number {
  const entries = input.Entries as Members[] | undefined;
  const own = input[member] ?? entries?.[0]?.[member];
  if (typeof own === 'number' && !(member === 'DelaySeconds' && isFifo(String(input.QueueUrl)))) return own;
  return Number(attributesOf(recipe, input.QueueUrl)?.[attribute] ?? attributeDefaults[attribute]);
}

/** Whether the end of the life of what the step sends is something to wait for. */
export const expires = (step: Step, recipe: Recipe): boolean =>
  recipe.isFar && secondsOf(step, recipe, 'MessageRetentionPeriod') <= recipe.values.farHorizon;

/** The wait of a long poll, in seconds, that begins after now and ends with the given seconds. */
export const drawWait = ({ draw }: Recipe, seconds: number): number => 1 + draw(Math.min(seconds - 1, limits.waitMax));
