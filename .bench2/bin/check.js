import { violationsOf } from '../src/check.js';
import { loadTrace } from './files.js';
import { say, sayJson, story, verdictLines } from './report.js';
import { judging } from './world.js';
/** `redrive check TRACE`: judges a recorded history again. Returns the exit code. */
export function checkTrace(path, given) {
    const { history } = loadTrace(path);
    const verdicts = judging.judge(history);
    const violations = violationsOf(verdicts);
    if (given.json)
        sayJson({ trace: path, verdicts });
    else {
        say(verdictLines(verdicts));
        for (const violation of violations)
            say(story(history, violation));
    }
    return violations.length > 0 ? 1 : 0;
}
