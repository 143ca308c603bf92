// Runs a few schedules side by side on your own SQS endpoint, on queues that are deleted afterwards: test-your-endpoint URL
import {
  check,
  closeAll,
  properties,
  type Range,
  run,
  scheduleOf,
  urlEndpoint,
  violationsOf,
  wallOptions,
  wallValues,
} from 'redrive';

const url = process.argv[2] ?? 'http://127.0.0.1:4566';
process.once('SIGINT', () => closeAll().finally(() => process.exit(130)));

const range: Range = { level: 'strict', values: { ...wallValues, steps: [2, 6] } };
const histories = await Promise.all(
  Array.from({ length: 8 }, (_, k) => run(scheduleOf(`mine-${k}`, range), urlEndpoint(url), wallOptions)),
);

const broken = new Map<string, string>();
for (const history of histories)
  for (const { property, says } of violationsOf(check(history, properties))) broken.set(property, says);

console.log(`${histories.length} schedules, ${histories.reduce((sum, { ops }) => sum + ops.length, 0)} calls`);
for (const [property, says] of broken) console.log(`${property}: ${says}`);
if (broken.size === 0) console.log('nothing broken');
