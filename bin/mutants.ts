import { mutants as all } from '../models/mutants/index.js';
import type { Given } from './options.js';
import { say, sayJson } from './report.js';

/** `redrive mutants`: the bugs that can be planted. */
export function mutants(given: Given): number {
  if (given.json) sayJson({ mutants: all.map(({ rules: _, ...told }) => told) });
  else for (const { id, rule, says } of all) say(`${id}  ${rule.padEnd(9)} ${says}`);
  return 0;
}
