// usage: node serve.mjs PORT. Its own program listens everywhere and tells every request.
import { startFauxqs } from '../../.targets/fauxqs/node_modules/fauxqs/dist/app.js';

await startFauxqs({ port: Number(process.argv[2]), host: '127.0.0.1', logger: false });
