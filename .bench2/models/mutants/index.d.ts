import { type Rules } from '../rules.js';
import type { Mutant } from './mutant.js';
export type { BugClass, Mutant } from './mutant.js';
/** Every bug that can be planted, by id. */
export declare const mutants: readonly Mutant[];
/** The mutant with this id. */
export declare const mutant: (id: string) => Mutant | undefined;
/** The profile of the schedules in which the mutant's bug lives. */
export declare const profileOf: ({ profile }: Mutant) => "standard" | "fifo";
/** The contract with the mutant's bug in it. */
export declare const mutatedRules: ({ rules }: Mutant) => Rules;
