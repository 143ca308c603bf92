import { attributesReadBack } from './attributes-read-back.js';
import { batchPartition } from './batch-partition.js';
import { counters } from './counters.js';
import { deadLetterAfterLimit } from './dead-letter-after-limit.js';
import { deadLetterIdentity } from './dead-letter-identity.js';
import { deadLetterProgress } from './dead-letter-progress.js';
import { deadLetterSources } from './dead-letter-sources.js';
import { deduplication } from './deduplication.js';
import { delayEnds } from './delay-ends.js';
import { errors } from './errors.js';
import { groupOrder } from './group-order.js';
import { groupProgress } from './group-progress.js';
import { honestLongPoll } from './honest-long-poll.js';
import { integrity } from './integrity.js';
import { isolation } from './isolation.js';
import { longPollTiming } from './long-poll-timing.js';
import { maxReceives } from './max-receives.js';
import { moveTask } from './move-task.js';
import { moveTaskEnds } from './move-task-ends.js';
import { moveTaskList } from './move-task-list.js';
import { noDeliveryAfterDelete } from './no-delivery-after-delete.js';
import { noDeliveryInsideWindow } from './no-delivery-inside-window.js';
import { noEarlyDelivery } from './no-early-delivery.js';
import { noInvention } from './no-invention.js';
import { noLoss } from './no-loss.js';
import { onePlace } from './one-place.js';
import { purge } from './purge.js';
import { purgeSparesLaterSends } from './purge-spares-later-sends.js';
import { queueNames } from './queue-names.js';
import { receiveAttempts } from './receive-attempts.js';
import { receiveCount } from './receive-count.js';
import { receiveCountUpper } from './receive-count-upper.js';
import { redelivery } from './redelivery.js';
import { responseBounds } from './response-bounds.js';
import { retention } from './retention.js';
import { sequenceNumbers } from './sequence-numbers.js';
import { stableIdentity } from './stable-identity.js';
import { tags } from './tags.js';
import { timestamps } from './timestamps.js';
import { uniqueHandles } from './unique-handles.js';
import { wakeUp } from './wake-up.js';
/** The law, in the order in which breaches are told: what was delivered, when, where from, then everything else. */
export const properties = [
    noInvention,
    integrity,
    stableIdentity,
    noEarlyDelivery,
    noDeliveryInsideWindow,
    noDeliveryAfterDelete,
    groupOrder,
    deduplication,
    sequenceNumbers,
    receiveAttempts,
    uniqueHandles,
    responseBounds,
    receiveCount,
    receiveCountUpper,
    maxReceives,
    deadLetterAfterLimit,
    deadLetterIdentity,
    onePlace,
    retention,
    timestamps,
    batchPartition,
    purge,
    purgeSparesLaterSends,
    isolation,
    moveTask,
    errors,
    attributesReadBack,
    queueNames,
    deadLetterSources,
    tags,
    moveTaskList,
    counters,
    longPollTiming,
    honestLongPoll,
    noLoss,
    redelivery,
    wakeUp,
    delayEnds,
    groupProgress,
    deadLetterProgress,
    moveTaskEnds,
];
/** Names of the properties, for options and tests. */
export const propertyNames = properties.map(({ name }) => name);
