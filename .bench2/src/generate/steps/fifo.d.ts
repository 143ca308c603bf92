import type { Members } from '../members.js';
import { type Recipe } from './recipe.js';
/** Group and deduplication id of a message; the zero that FIFO queues take for a delay, and ignore, now and then (sqs:DY2). */
export declare function drawFifoMembers(message: Members, recipe: Recipe, queue: string, own: string): void;
