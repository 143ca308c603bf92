import { crash } from './crash.js';
import { lostReply } from './lost-reply.js';
import { lostRequest } from './lost-request.js';
import { repeated } from './repeated.js';
import { slowReply } from './slow-reply.js';
import { throttled } from './throttled.js';
/** Every fault by name. */
export const faults = {
    'lost-request': lostRequest,
    'lost-reply': lostReply,
    repeated,
    'slow-reply': slowReply,
    throttled,
    crash,
};
