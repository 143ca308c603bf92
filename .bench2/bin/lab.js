import colours from 'yoctocolors';
import { contract } from '../models/rules.js';
import { Sqs } from '../models/sqs/service.js';
import { scenarioOf } from './lab/options.js';
import { plot } from './lab/plot.js';
import { simulate } from './lab/simulate.js';
import { table } from './lab/table.js';
import { say, sayJson } from './report.js';
import { WrongUse } from './wrong-use.js';
/** Runs the lecture's terminals in virtual time and shows what happened. Returns the exit code: 0, or 2 for wrong use. */
export async function lab(options) {
    try {
        const run = runLab(scenarioOf(options));
        if (options.json)
            sayJson(run);
        else
            say(text(run));
        return 0;
    }
    catch (error) {
        if (!(error instanceof WrongUse))
            throw error;
        process.stderr.write(`redrive: ${error.message}\n`);
        return 2;
    }
}
/** Runs a scenario against a new model of the queue service. */
export const runLab = (scenario) => simulate(scenario, serviceFor(scenario));
/** The contract's service; where the poll's end is to win a tie, long polls end one millisecond early (sns:LL33). */
export function serviceFor({ ties }) {
    if (ties === 'message')
        return new Sqs();
    return new Sqs({ ...contract, waitOf: (asked, queue) => contract.waitOf(asked, queue) - 0.001 });
}
const text = (run) => [table(run), plot(run.rows, inColours()), summary(run)].join('\n\n');
const inColours = () => process.stdout.isTTY && colours.red('·') !== '·';
function summary({ rows, sent, deleted, crashed, lost, repeated }) {
    const { visible, notVisible, delayed, dead } = rows.at(-1);
    const left = `${visible} visible, ${notVisible} not visible, ${delayed} delayed`;
    const lines = [
        `Sent ${sent}, deleted ${deleted}; left: ${left}${dead === undefined ? '' : `, ${dead} dead letters`}.`,
    ];
    for (const [name, t] of Object.entries(crashed))
        lines.push(`${name} crashed at ${t} s on an empty answer.`);
    if (lost.length > 0)
        lines.push(`Lost, for it was deleted and never finished: ${some(lost)}.`);
    if (repeated.length > 0)
        lines.push(`Received more than once: ${some(repeated)}.`);
    return lines.join('\n');
}
const some = (names, most = 10) => names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
