export const unknown = (why) => ({ kind: 'unknown', why });
