import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../properties/facts.js';
import { callNames } from '../src/core/calls.js';
import { canonical } from '../src/core/canonical.js';
import type { History, Op } from '../src/core/history.js';
import type { FaultName, Step } from '../src/core/schedule.js';
import type { Violation } from '../src/core/verdict.js';
import { readTrace, TraceError, traceVersion, writeTrace } from '../src/trace.js';
import { example, violation } from './traces.js';

const written = writeTrace(example, [violation]);
const readme = readFileSync(new URL('../traces/README.md', import.meta.url), 'utf8');

// biome-ignore lint/suspicious/noExplicitAny: hostile edits go anywhere
type Json = any;

/** The example with one line changed; lines count from 1. */
function edited(line: number, edit: (value: Json) => unknown): string {
  const lines = written.split('\n');
  const value = JSON.parse(lines[line - 1]!);
  lines[line - 1] = JSON.stringify(edit(value) ?? value);
  return lines.join('\n');
}
