import type { Schedule } from '../../index.js';
import { fifoCases } from './fifo.js';
import { otherCases } from './other.js';
import { standardCases } from './standard.js';

/** A known bug: its schedule, who had it, and the properties that see it. */
export interface Case {
  id: string;
  targets: string[];
  properties: string[];
  /** Their sentences, where they say other things too. */
  says?: RegExp;
  /** The body of a message that is delivered only where the bug is. */
  delivers?: string;
  /** How often it is run, where chance hides it; three times unless given. */
  runs?: number;
  schedule: Schedule;
}

export const cases: readonly Case[] = [...standardCases, ...fifoCases, ...otherCases];
