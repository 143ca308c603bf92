#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { checkTrace } from './check.js';
import { conform } from './conform.js';
import { fuzz } from './fuzz.js';
import type { LabOptions } from './lab/options.js';
import { lab } from './lab.js';
import { mutants } from './mutants.js';
import type { Given } from './options.js';
import { replay } from './replay.js';
import { isForUser } from './wrong-use.js';

const program = new Command('redrive')
  .description('Deterministic simulation and property testing for Amazon SQS.')
  .exitOverride()
  .showHelpAfterError('(redrive --help says what there is)');

// the SDK announces the end of its support for this Node on stderr; our users did not ask for it
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

let exitCode = 0;
const exitWith = (code: number): void => {
  exitCode = code;
};

const command = (usage: string, description: string): Command =>
  program.command(usage).description(description).option('--json', 'print one JSON object as the last line');

const ranged = (to: Command): Command =>
  to
    .option('--level <level>', 'strict: one machine; documented: what AWS promises (drawn per schedule unless given)')
    .option('--liberties <names>', 'all, none or some of the freedoms of the contract', 'all')
    .option('--faults <names>', 'all, none or some of the faults', 'all');

const awsToo = (to: Command): Command => to.option('--allow-aws', 'let a URL of AWS itself be used');

awsToo(ranged(command('fuzz', 'run generated schedules and judge every one')))
  .option('--seed <seed>', 'fixes every schedule; fresh unless given')
  .option('--runs <n>', 'how many schedules')
  .option('--time <duration>', 'for how long, e.g. 10s')
  .option('--mutant <id>', 'plant a known bug in the model')
  .option('--endpoint <endpoint>', 'model, or the URL of an SQS', 'model')
  .option('--parallel <n>', 'schedules side by side, on a URL')
  .option('--keep-going', 'go on after the first failing schedule')
  .option('--out <dir>', 'where traces of failures go', 'redrive-traces')
  .action(async (given: Given) => exitWith(await fuzz(given)));

awsToo(ranged(command('replay <seed|trace>', 'run a seed or a trace again')))
  .option('--mutant <id>', 'plant a known bug in the model')
  .option('--endpoint <endpoint>', 'model, or the URL of an SQS', 'model')
  .action(async (what: string, given: Given) => exitWith(await replay(what, given)));

awsToo(ranged(command('conform <url>', 'run schedules on a real SQS endpoint, on queues that are deleted afterwards')))
  .option('--seed <seed>', 'fixes every schedule; fresh unless given')
  .option('--runs <n>', 'how many schedules (100)')
  .option('--time <duration>', 'for how long, e.g. 60s')
  .option('--parallel <n>', 'schedules side by side (100)')
  .option('--out <dir>', 'where traces of failures go', 'redrive-traces')
  .action(async (url: string, given: Given) => exitWith(await conform(url, given)));

command('check <trace>', 'judge a recorded history again').action((trace: string, given: Given) =>
  exitWith(checkTrace(trace, given)),
);

command('lab', 'the terminals of the lecture in virtual time')
  .option('--producers <names>', 'slow, fast, both or none', 'slow,fast')
  .option('--consumers <names>', 'slow, fast, both or none', 'slow,fast')
  .option('--seconds <n>', 'how long', '40')
  .option('--messages <n>', 'how many messages each producer has')
  .option('--consumers-start <seconds>', '2, or slow=-1,fast=2')
  .option('--process-first', 'consumers delete after the work')
  .option('--no-delete', 'consumers never delete')
  .option('--no-own-delay', 'producers leave DelaySeconds out')
  .option('--visibility <pairs>', 'VisibilityTimeout of a consumer: slow=5')
  .option('--work <pairs>', 'seconds a consumer sleeps for a message: fast=1')
  .option('--kill <pairs>', 'kills a consumer at a second: fast@5')
  .option('--ties <winner>', 'message or poll')
  .option('--max-receives <n>', 'a dead-letter queue with this maxReceiveCount')
  .action(async (given: LabOptions) => exitWith(await lab(given)));

command('mutants', 'list the bugs that can be planted').action((given: Given) => exitWith(mutants(given)));

try {
  await program.parseAsync();
} catch (error) {
  exitCode = 2;
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : 2;
  else if (isForUser(error)) process.stderr.write(`redrive: ${error.message}\n`);
  else throw error;
}
process.exitCode = exitCode;
