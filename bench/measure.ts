import { performance } from 'node:perf_hooks';

/** One thing to measure: does its work and says how many units it did. Setting up is not timed. */
export interface Figure {
  name: string;
  unit: string;
  prepare(): Work | Promise<Work>;
  /** Not timed either. */
  end?(): void | Promise<void>;
}

type Work = () => number | Promise<number>;

export interface Measured {
  figure: string;
  unit: string;
  /** Median, fewest and most units per second over the repeats. */
  perSecond: number;
  min: number;
  max: number;
  repeats: number;
}

/** Measures all figures in turns, so that a busy moment of the machine hits all of them. */
export async function measure(figures: readonly Figure[], repeats: number): Promise<Measured[]> {
  const rates = await ratesOf(figures, repeats);
  return figures.map((figure, at) => summarise(figure, rates[at]!));
}

/** The same, untouched: for each figure its units per second in every turn. */
export async function ratesOf(figures: readonly Figure[], repeats: number): Promise<number[][]> {
  const rates = figures.map((): number[] => []);
  for (let k = -1; k < repeats; k++)
    for (const [at, figure] of figures.entries()) {
      const work = await figure.prepare();
      const began = performance.now();
      const units = await work();
      // the first round only warms up
      if (k >= 0) rates[at]!.push((units / (performance.now() - began)) * 1000);
      await figure.end?.();
    }
  return rates;
}

export function summarise({ name, unit }: Figure, rates: readonly number[]): Measured {
  const sorted = [...rates].sort((a, b) => a - b);
  const [min, perSecond, max] = [sorted[0]!, median(sorted), sorted.at(-1)!].map(Math.round) as [
    number,
    number,
    number,
  ];
  return { figure: name, unit, perSecond, min, max, repeats: rates.length };
}

/** The middle of sorted numbers. */
export const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;

/** The middle of numbers in any order. */
export const middle = (numbers: readonly number[]): number => median([...numbers].sort((a, b) => a - b));

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
