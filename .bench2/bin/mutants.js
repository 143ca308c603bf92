import { mutants as all } from '../models/mutants/index.js';
import { say, sayJson } from './report.js';
/** `redrive mutants`: the bugs that can be planted. */
export function mutants(given) {
    if (given.json)
        sayJson({ mutants: all.map(({ rules: _, ...told }) => told) });
    else
        for (const { id, rule, says } of all)
            say(`${id}  ${rule.padEnd(9)} ${says}`);
    return 0;
}
