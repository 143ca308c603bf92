import { fileURLToPath } from 'node:url';
import type { Asked, Told } from './ask.js';
import { type Found, hunt } from './hunt.js';
import { serve } from './server.js';

/** A hunt in a process of its own, which starts its server and takes it along when it ends. */
const { mutant, ...given } = JSON.parse(process.argv[2]!) as Asked;
const server = await serve(fileURLToPath(new URL('../../bin/main.js', import.meta.url)), mutant);
process.on('exit', server.stop);
for (const end of ['disconnect', 'SIGINT', 'SIGTERM']) process.on(end, () => process.exit());

async function told(): Promise<Told> {
  const found: Found[] = [];
  const hunting = hunt(server.url, given);
  for (;;) {
    const { done, value } = await hunting.next();
    if (done) return { found, runs: value };
    found.push(value);
    // the server goes with its queues
    if (mutant !== undefined) return { found, runs: value.runs };
  }
}

const answer = await told().catch(({ message }: Error): Told => ({ found: [], runs: 0, error: message }));
process.send!(answer, () => process.exit());
