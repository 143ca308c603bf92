import type { Op, History, OpId } from './core/history.js';
import type { Millis } from './core/clock.js';
import { Words } from './show/words.js';

/** How to colour the picture; a terminal's own functions fit. */
export interface Paint {
  /** Times, lanes and whatever else stays in the background. */
  quiet(text: string): string;
  /** The names of the actors. */
  name(text: string): string;
  /** A row of the violation. */
  broken(text: string): string;
}
