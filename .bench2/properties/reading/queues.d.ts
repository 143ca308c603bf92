import { type QueueAttributes } from '../../src/core/calls.js';
import type { Facts } from './facts.js';
import type { Called, QueueFacts, Wipe } from './words.js';
export declare const newQueue: (name: string) => QueueFacts;
export declare function readWipe({ op, s, e, place, outcome }: Called, kind: Wipe['kind']): void;
export declare function readWrite(facts: Facts, called: Called, attributes: QueueAttributes, created: boolean): void;
