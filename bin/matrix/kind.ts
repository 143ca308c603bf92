import type { Violation } from '../../src/core/verdict.js';

/** What in a sentence is of one history only, and what stands for it; in this order. */
const accidents: readonly [RegExp, string][] = [
  [/; it is .*/, '; it is …'],
  [/ instead of (?!a sequence).*/, ' instead of …'],
  [/\bshowed \w+, but was not asked/, 'showed …, but was not asked'],
  [/\battribute .+?, for which it had not asked/, 'attribute …, for which it had not asked'],
  [/\bwithout \S+, which/, 'without …, which'],
  [/\bof m[\d.]+ .*? to (?=\S+ was answered nothing)/s, 'of m to '],
  [/\bMessageDeduplicationId .+?; that of/, 'MessageDeduplicationId …; that of'],
  [/"(?:[^"\\]|\\.)*"/g, '"…"'],
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, 'id'],
  [/\b(?:[\da-f]{32}){1,2}\b/g, 'digest'],
  [/\bm\d+(?:\.\d+)?\b/g, 'm'],
  [/\b[qgdr]\d+(?:\.\d+)?(?:\.fifo)?\b/g, 'q'],
  [/\bentry (?!lacks )\w+(?: \d+ times)?/g, 'an entry'],
  [/\b(send|delete|change) batch #/g, '$1 #'],
  [/(?<![\w:.-])-?\d[\d,.]*\b/g, '0'],
  [/\b(\w+)(?:(?:, | and | or )\1\b)+/g, '$1'],
];

/** A refusal with the wrong words: what was said, and what the rule asks for, each with status and legacy code. */
const misnamed = /was refused with (\S+)( \(\d+)?(?:, [^)]+\)|\))? at .*? (?:asks for|would allow) ([\w.]+)( \(\d+)?/;

/** Violations with the same kind are one deviation: the sentence without names, numbers and times. */
export function kindOf({ property, says }: Violation): string {
  const [, code, status = '', asked, askedStatus = ''] = misnamed.exec(says) ?? [];
  // one table of codes is behind all of them
  if (code === asked && status === askedStatus && code !== undefined) return `${property}: wrong legacy code`;
  if (code !== undefined) return `${property}: ${code}${status} for ${asked}${askedStatus}`;
  return accidents.reduce((text, [accident, stands]) => text.replace(accident, stands), `${property}: ${says}`);
}
