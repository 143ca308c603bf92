import type { Violation } from '../../src/core/verdict.js';

/** What in a sentence is of one history only, and what stands for it; in this order. */
const accidents: readonly [RegExp, string][] = [
  [/; it is .*/, '; it is …'],
  [/\bshowed \w+, but was not asked/, 'showed …, but was not asked'],
  [/\battribute \S+, for which it had not asked/, 'attribute …, for which it had not asked'],
  [/\bwithout \S+, which/, 'without …, which'],
  [/"(?:[^"\\]|\\.)*"/g, '"…"'],
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'id'],
  [/\b[\da-f]{32}\b/g, 'digest'],
  [/\bm\d+(?:\.\d+)?\b/g, 'm'],
  [/\b[qgdr]\d+(?:\.\d+)?(?:\.fifo)?\b/g, 'q'],
  [/\bentry \w+(?: \d+ times)?/g, 'an entry'],
  [/\b(send|delete|change) batch #/g, '$1 #'],
  [/(?<![\w:.-])-?\d[\d,.]*\b/g, '0'],
  [/\b(\w+)(?:(?:, | and | or )\1\b)+/g, '$1'],
];

/** Violations with the same kind are one deviation: the sentence without names, numbers and times. */
export const kindOf = ({ property, says }: Violation): string =>
  accidents.reduce((text, [accident, stands]) => text.replace(accident, stands), `${property}: ${says}`);
