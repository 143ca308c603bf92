import { type Mutant } from '../models/mutants/index.js';
import type { Campaign } from '../src/campaign.js';
import type { Level } from '../src/core/schedule.js';
import { type Range } from '../src/generate/schedule.js';
/** What the command line gave, as text. */
export interface Given {
    seed?: string;
    runs?: string;
    time?: string;
    shrink?: string;
    level?: string;
    profile?: string;
    liberties?: string;
    faults?: string;
    mutant?: string;
    endpoint?: string;
    json?: boolean;
    out?: string;
    parallel?: string;
    keepGoing?: boolean;
    allowAws?: boolean;
}
/** A whole number from 1 on. */
export declare function countOf(name: string, text: string): number;
/** A duration such as 500ms, 10s or 2m, in milliseconds. */
export declare function durationOf(name: string, text: string): number;
export declare function levelOf(text: string | undefined): Level | undefined;
/** `all`, `none`, or names with commas. */
export declare function namesOf<T extends string>(option: string, text: string | undefined, all: readonly T[]): readonly T[];
/** What schedules may contain, from --level, --profile, --liberties and --faults; a mutant is looked for where it lives. */
export declare function rangeOf(given: Given): Range & Required<Pick<Range, 'profile' | 'liberties' | 'faults'>>;
/** The same for a real endpoint, which is as strict as we are told, has standard queues and takes its own liberties. */
export declare function realRangeOf(given: Given): Range & Required<Pick<Range, 'level'>>;
/** How long a campaign goes on: at least one schedule, and `runs` of them unless told otherwise. */
export declare function limitsOf(given: Given, now: () => number, runs: number): Pick<Campaign, 'runs' | 'isOver'>;
/** How long shrinking may take: one span for all failures of a campaign, from when the first of them is shrunk. */
export declare function shrinkTimeOf(text: string | undefined, now: () => number): () => () => boolean;
/** How many schedules run side by side. */
export declare const parallelOf: ({ parallel }: Given, byDefault: number) => number;
export declare function mutantOf(id: string | undefined): Mutant | undefined;
/** The seed given, or a fresh one. */
export declare function seedOf(text: string | undefined): string;
/** The URL of a real endpoint; undefined for the model. */
export declare function urlOf(text: string | undefined): string | undefined;
/** The URL of a real endpoint, where no bug can be planted; undefined for the model. */
export declare function endpointOf({ endpoint, mutant }: Given): string | undefined;
