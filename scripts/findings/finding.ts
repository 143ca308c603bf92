import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesIn } from '../../bin/contract.js';
import { kindOf } from '../../bin/matrix/kind.js';
import type { Column, Deviation, Matrix, Row } from '../../bin/matrix/matrix.js';
import { type History, properties, readTrace, type Violation, violationsOf } from '../../index.js';
import { check } from '../../src/check.js';
import { type Note, noteFor } from './note.js';

/** A deviation of one implementation that showed again, and that is still judged so from its recorded history. */
export interface Finding {
  deviation: Deviation;
  row: Row;
  history: History;
  violation: Violation;
  note?: Note;
  /** The file in traces/recorded/<implementation>. */
  file: string;
}

/** What a report found in one implementation. */
export interface Found {
  column: Column;
  matrix: Matrix;
  findings: Finding[];
  /** Sentences of deviations that did not show again, or are no longer judged so. */
  dropped: string[];
}

type Plain = Omit<Finding, 'file'>;

/** The findings of each implementation in a report, in the order of the properties and then of size. */
export function foundIn(report: string, notes: Record<string, Note[]>): Found[] {
  const matrix = JSON.parse(readFileSync(join(report, 'matrix.json'), 'utf8')) as Matrix;
  return matrix.columns.map((column) => {
    const all = matrix.rows.flatMap((row) =>
      (column.cells[row.property]?.deviations ?? []).map((deviation) => ({ row, deviation })),
    );
    const plain = all.map(({ row, deviation }) => plainOf(report, row, deviation, notes[column.name]));
    const dropped = all.filter((_, k) => plain[k] === undefined).map(({ deviation }) => deviation.says);
    return { column, matrix, findings: named(distinct(plain.filter((one) => one !== undefined))), dropped };
  });
}

function plainOf(report: string, row: Row, deviation: Deviation, notes: Note[] | undefined): Plain | undefined {
  if (deviation.again === 0) return undefined;
  const { history, violations } = readTrace(readFileSync(join(report, deviation.trace), 'utf8'));
  const kind = kindOf(violations[0]!);
  const violation = violationsOf(check(history, properties)).find((one) => kindOf(one) === kind);
  if (violation === undefined) return undefined;
  const note = noteFor(notes, violation);
  return { deviation, row, history, violation, ...(note !== undefined && { note }) };
}

/** One of each kind, the smallest. */
function distinct(findings: readonly Plain[]): Plain[] {
  const kinds = findings.map(({ violation }) => kindOf(violation));
  return findings.filter((_, k) => kinds.indexOf(kinds[k]!) === k);
}

/** Named after the property and the rule that the sentence cites: errors-SM4.jsonl, errors-SM4-2.jsonl. */
function named(findings: readonly Plain[]): Finding[] {
  const taken = new Map<string, number>();
  return findings.map((finding) => {
    const { property, says } = finding.violation;
    const stem = [property, ...rulesIn(says).slice(-1)].join('-').replace('sqs:', '');
    const number = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, number);
    return { ...finding, file: `${stem}${number === 1 ? '' : `-${number}`}.jsonl` };
  });
}
