import { readFileSync } from 'node:fs';
import type { Violation } from '../../src/core/verdict.js';

/** What somebody has looked up about deviations of one implementation: those of a property whose sentence matches. */
export interface Note {
  property: string;
  /** A regular expression. */
  says: string;
  /** Public issues that describe it; an empty list where none was found. */
  issues?: string[];
  /** What a reader should know besides. */
  note?: string;
  /** Its number in the catalogue of known bugs. */
  zoo?: string;
}

/** The notes of every implementation, by its name. */
export const readNotes = (): Record<string, Note[]> =>
  JSON.parse(readFileSync('docs/findings/notes.json', 'utf8')) as Record<string, Note[]>;

/** The first note that is about the violation. */
export const noteFor = (notes: readonly Note[] = [], { property, says }: Violation): Note | undefined =>
  notes.find((note) => note.property === property && new RegExp(note.says).test(says));
