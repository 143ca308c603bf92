#!/usr/bin/env node
import { main } from './program.js';
import { complaint } from './wrong-use.js';
// the SDK announces the end of its support for this Node on stderr; our users did not ask for it
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
for (const stream of [process.stdout, process.stderr])
    stream.on('error', unwritten);
/** Nobody reads on, as in `redrive mutants | head -1`: the work goes on, for its exit code and its queues' sake. */
const unread = new Set(['EPIPE', 'EIO']);
function unwritten(error) {
    if (unread.has(error.code ?? ''))
        return;
    process.stderr.write(complaint(`cannot write the output: ${error.code}`));
    process.exit(2);
}
process.exitCode = await main(process.argv.slice(2));
