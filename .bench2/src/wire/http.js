/** A body as text, without a copy. */
export const textOf = (body) => (body instanceof Buffer ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)).toString('utf8');
