// Runs a few schedules on your own SQS endpoint, on queues that are deleted afterwards: test-your-endpoint URL
import { check, properties, run, scheduleOf, urlEndpoint, violationsOf, wallOptions, wallValues } from 'redrive';

const url = process.argv[2];
if (url === undefined) throw new Error('usage: test-your-endpoint URL');

const schedules = Array.from({ length: 8 }, (_, k) => scheduleOf(`mine-${k}`, { level: 'strict', values: wallValues }));
const histories = await Promise.all(schedules.map((schedule) => run(schedule, urlEndpoint(url), wallOptions)));
const broken = new Map<string, string>();
for (const history of histories)
  for (const { property, says } of violationsOf(check(history, properties))) broken.set(property, says);

console.log(`${histories.length} schedules, ${histories.reduce((sum, { ops }) => sum + ops.length, 0)} calls`);
for (const [property, says] of broken) console.log(`${property}: ${says}`);
if (broken.size === 0) console.log('nothing broken');
