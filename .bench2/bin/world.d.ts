import { type Mutant } from '../models/mutants/index.js';
import type { Campaign } from '../src/campaign.js';
/** Where everything meets: which service, judged by which properties. Needs no AWS SDK; see real.ts. */
/** Runs a schedule on a fresh model. */
export declare function onModel(mutant?: Mutant): Campaign['execute'];
/** How every command judges a history. */
export declare const judging: Pick<Campaign, 'judge' | 'reached'>;
