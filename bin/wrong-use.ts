import { EndpointError } from '../src/endpoints/address.js';
import { tame } from '../src/show/words.js';

/** The user asked for something that cannot be: one clear sentence, exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const expected = new Set(['WrongUse', 'TraceError', 'SetupError', 'NotDeterministic']);

/** Whether the error is one sentence for the user rather than a defect of ours. */
export const isForUser = (error: unknown): error is Error =>
  error instanceof EndpointError || (error instanceof Error && expected.has(error.name));

/** More than any sentence of ours; others' words may be longer. */
const longest = 600;

/** What was wrong, as the one line that the user sees. */
export function complaint(text: string): string {
  const line = tame(text.trim().replace(/\s*\n\s*/g, ' '), longest);
  return `redrive: ${line}${/[.?!]$/.test(line) ? '' : '.'}\n`;
}
