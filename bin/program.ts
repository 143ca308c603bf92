import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import type { CleanOptions } from './clean.js';
import type { LabOptions } from './lab/options.js';
import type { Given } from './options.js';
import type { ServeOptions } from './serve.js';
import { complaint, isForUser, WrongUse } from './wrong-use.js';

/** Commander's own words as ours: `error: unknown option '--sed'\n(Did you mean --seed?)` on one line. */
const worded = (text: string): string =>
  complaint(
    text
      .replace(/^error: /, '')
      .replace('. Expected', ': expected')
      .replace(/\n\(Did you mean (.*)\?\)/, '; did you mean $1?'),
  );

/** Runs the command line `redrive <args>`. Returns the exit code: 0, 1 for a violation found, 2 for what cannot be. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = programFor((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isForUser(error)) process.stderr.write(complaint(error.message));
    // a defect of ours: it must not look like a violation, whose exit code is 1
    else console.error(error);
    return 2;
  }
}

const ranged = (to: Command): Command =>
  to
    .option('--level <level>', 'strict: one machine; documented: what AWS promises (drawn per schedule unless given)')
    .option(
      '--profile <profile>',
      'standard, fifo or all queues (all; standard on a URL; with a mutant where it lives)',
    )
    .option('--liberties <names>', 'all, none or some of the freedoms of the contract', 'all')
    .option('--faults <names>', 'all, none or some of the faults', 'all');

const awsToo = (to: Command): Command =>
  to
    .option('--region <region>', 'with --endpoint aws: where')
    .option('--yes-this-costs-money', 'with --endpoint aws: make the requests, of which every one is billed');

const listed = (to: Command): Command =>
  to
    .option('--targets <file>', 'run implementations of this list instead: installed, started and stopped one by one')
    .option('--only <names>', 'only these of the list');

const planted = (to: Command): Command =>
  to
    .option('--mutant <id>', 'plant a known bug in the model')
    .option(
      '--endpoint <endpoint>',
      'model, handler (behind the AWS SDK), http (and a socket), the URL of an SQS, or aws',
      'model',
    )
    .option(
      '--latency <duration>',
      'put the model behind a network: how long a request or a reply is under way at most',
    );

const campaign = (to: Command, runs: number): Command =>
  to
    .option('--seed <seed>', 'fixes every schedule; fresh unless given')
    .option('--runs <n>', `how many schedules (${runs} unless --time is given)`)
    .option('--time <duration>', 'for how long schedules are begun, e.g. 10s')
    .option('--shrink <duration>', 'how long failures are shrunk at most, all together (60s on a URL)')
    .option('--parallel <n>', 'schedules side by side, on a URL (100)')
    .option('--out <dir>', 'where traces of failures go', 'redrive-traces');

/** Every command is loaded when it is asked for: most need neither the AWS SDK nor the generator. */
function programFor(exitWith: (code: number) => void): Command {
  const program = new Command('redrive')
    .description('Deterministic simulation and property testing for Amazon SQS.')
    .version((createRequire(import.meta.url)('redrive/package.json') as { version: string }).version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(worded(text)) })
    .showHelpAfterError('(redrive --help says what there is)');
  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).option('--json', 'print one JSON object as the last line');

  awsToo(ranged(planted(campaign(command('fuzz', 'run generated schedules and judge every one'), 3000))))
    .option('--keep-going', 'go on after the first failing schedule')
    .option('--threads <n>', 'on the model: how many threads run schedules, 1 to 64 (after 3000 schedules all cores)')
    .action(async (given: Given) => exitWith(await (await import('./fuzz.js')).fuzz(given)));

  listed(awsToo(ranged(planted(command('replay <seed|trace>', 'run a seed or a trace again'))))).action(
    async (what: string, given: Given) => exitWith(await (await import('./replay.js')).replay(what, given)),
  );

  const real = 'run schedules on a real SQS endpoint, on queues that are deleted afterwards; or on handler, or http';
  listed(awsToo(ranged(campaign(command('conform [url]', real), 100))))
    .option('--endpoint <endpoint>', 'the URL, or aws: AWS itself')
    .option('--late <duration>', 'how late a timer may fire (2s; documented: 60s)')
    .option('--slow', 'also what takes minutes: guards of 60 s, retention, the 300 s of deduplication')
    .option('--report <dir>', 'where the matrix of targets goes', 'redrive-report')
    .option('--junit <file>', 'write the verdicts on targets as JUnit XML')
    .action(async (url: string | undefined, given: Given) => {
      const { targets } = given;
      const places = [url, given.endpoint, targets].filter((place) => place !== undefined);
      if (places.length !== 1)
        throw new WrongUse('conform needs the URL of an SQS endpoint, --endpoint aws, or --targets');
      if (targets !== undefined)
        return exitWith(await (await import('./conform-targets.js')).conformTargets(targets, given));
      const endpoint = places[0]!;
      exitWith(await (await import('./conform.js')).conform(endpoint, { ...given, endpoint }));
    });

  awsToo(command('clean', 'delete the queues that a run left behind when it was killed'))
    .requiredOption('--prefix <prefix>', 'what their names begin with')
    .requiredOption('--endpoint <endpoint>', 'the URL of an SQS, or aws')
    .action(async (given: CleanOptions) => exitWith(await (await import('./clean.js')).clean(given)));

  command('check <trace>', 'judge a recorded history again').action(async (trace: string, given: Given) =>
    exitWith((await import('./check.js')).checkTrace(trace, given)),
  );

  command('serve', 'SQS over HTTP, for any client')
    .option('--port <n>', 'where it listens; 0 is any free port', '9324')
    .option('--host <address>', 'where it listens; others than this machine only when asked', '127.0.0.1')
    .option('--clock <clock>', 'wall, or virtual: time that POST /_redrive/clock moves', 'wall')
    .option('--seed <seed>', 'fixes liberties and faults; fresh unless given')
    .option('--liberties <names>', 'all, none or some of the freedoms of the contract', 'none')
    .option('--faults <names>', 'none, all or some of the faults, for one call in ten', 'none')
    .option('--mutant <id>', 'plant a known bug in the model')
    .option('--record <file>', 'write what every client saw as a trace, at the end; GET /_redrive/trace before')
    .option('--init <file>', 'queues that exist from the beginning, as in the header of a trace: {"queues":[…]}')
    .action(async (given: ServeOptions) => exitWith(await (await import('./serve.js')).serve(given)));

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
    .action(async (given: LabOptions) => exitWith(await (await import('./lab.js')).lab(given)));

  command('mutants', 'list the bugs that can be planted').action(async (given: Given) =>
    exitWith((await import('./mutants.js')).mutants(given)),
  );
  return program;
}
