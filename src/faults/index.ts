import type { FaultName } from '../core/schedule.js';
import { crash } from './crash.js';
import type { Fault } from './fault.js';
import { lostReply } from './lost-reply.js';
import { lostRequest } from './lost-request.js';
import { repeated } from './repeated.js';
import { slowReply } from './slow-reply.js';
import { throttled } from './throttled.js';

/** Every fault by name. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  'lost-request': lostRequest,
  'lost-reply': lostReply,
  repeated,
  'slow-reply': slowReply,
  throttled,
  crash,
};
