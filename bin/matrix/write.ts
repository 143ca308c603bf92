import { join } from 'node:path';
import { writeWhole } from '../files.js';
import { html } from './html.js';
import { markdown } from './markdown.js';
import type { Matrix } from './matrix.js';

/** Writes matrix.md, matrix.json and matrix.html into the folder, each whole or not at all. */
export function write(folder: string, matrix: Matrix): void {
  writeWhole(join(folder, 'matrix.json'), `${JSON.stringify(matrix, undefined, 2)}\n`);
  writeWhole(join(folder, 'matrix.md'), markdown(matrix));
  writeWhole(join(folder, 'matrix.html'), html(matrix));
}
