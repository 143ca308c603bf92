import { startFauxqs } from 'fauxqs';

/** Without its log, which would cost it most of its speed. */
const { port } = await startFauxqs({ port: 0, logger: false });
console.log(`http://127.0.0.1:${port}`);
