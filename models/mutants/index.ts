import { contract, type Rules } from '../rules.js';
import { anyEntryId } from './any-entry-id.js';
import { attributesUnasked } from './attributes-unasked.js';
import { badChangeFailsBatch } from './bad-change-fails-batch.js';
import { capFromSend } from './cap-from-send.js';
import { changeRevivesDeleted } from './change-revives-deleted.js';
import { changeWakesNobody } from './change-wakes-nobody.js';
import { countRestarts } from './count-restarts.js';
import { createIgnoresDifference } from './create-ignores-difference.js';
import { cumulativeLimit } from './cumulative-limit.js';
import { deadLetterDeleted } from './dead-letter-deleted.js';
import { deadLetterSourceIsTarget } from './dead-letter-source-is-target.js';
import { delayEndsLate } from './delay-ends-late.js';
import { delayWakesNobody } from './delay-wakes-nobody.js';
import { delayedNotCounted } from './delayed-not-counted.js';
import { deletedStillCounted } from './deleted-still-counted.js';
import { digestOfBareType } from './digest-of-bare-type.js';
import { digestOfEscapedBody } from './digest-of-escaped-body.js';
import { digestOfNothing } from './digest-of-nothing.js';
import { droppedWithoutTarget } from './dropped-without-target.js';
import { emojiRefused } from './emoji-refused.js';
import { emptyBodyStored } from './empty-body-stored.js';
import { emptyList } from './empty-list.js';
import { entrySizeUnchecked } from './entry-size-unchecked.js';
import { everyFaultADelay } from './every-fault-a-delay.js';
import { expiredDeleteIgnored } from './expired-delete-ignored.js';
import { extensionReleases } from './extension-releases.js';
import { failedDeleteUnlisted } from './failed-delete-unlisted.js';
import { filterStripsStored } from './filter-strips-stored.js';
import { firstCountIsTwo } from './first-count-is-two.js';
import { firstReceiveOverwritten } from './first-receive-overwritten.js';
import { fixedDefaultWindow } from './fixed-default-window.js';
import { foreignHandleAccepted } from './foreign-handle-accepted.js';
import { garbageHandleAccepted } from './garbage-handle-accepted.js';
import { handleOnACopy } from './handle-on-a-copy.js';
import { hiddenCountedAsAvailable } from './hidden-counted-as-available.js';
import { hidesAllForOne } from './hides-all-for-one.js';
import { messagesOutliveQueue } from './messages-outlive-queue.js';
import { moreThanTen } from './more-than-ten.js';
import { moveLeavesCopy } from './move-leaves-copy.js';
import { moveResetsTimes } from './move-resets-times.js';
import { moveRestartsAge } from './move-restarts-age.js';
import { moveSkipsNext } from './move-skips-next.js';
import type { Mutant } from './mutant.js';
import { newIdOnReturn } from './new-id-on-return.js';
import { oneHandleForEver } from './one-handle-for-ever.js';
import { oneMessageTooMany } from './one-message-too-many.js';
import { oneReceiveTooFew } from './one-receive-too-few.js';
import { oneReceiveTooMany } from './one-receive-too-many.js';
import { policyWithoutLimitStored } from './policy-without-limit-stored.js';
import { prefixIgnored } from './prefix-ignored.js';
import { purgeGoesOn } from './purge-goes-on.js';
import { purgeSparesUnseen } from './purge-spares-unseen.js';
import { queueDelayIgnored } from './queue-delay-ignored.js';
import { queueWaitIgnored } from './queue-wait-ignored.js';
import { retentionIgnored } from './retention-ignored.js';
import { retentionSparesUnseen } from './retention-spares-unseen.js';
import { secondDeleteRefused } from './second-delete-refused.js';
import { sendToWhoeverWaits } from './send-to-whoever-waits.js';
import { sendWakesNobody } from './send-wakes-nobody.js';
import { setResetsOthers } from './set-resets-others.js';
import { shortPollSpins } from './short-poll-spins.js';
import { staleHandleForgotten } from './stale-handle-forgotten.js';
import { swallowedAtDeadline } from './swallowed-at-deadline.js';
import { sweepHidesAvailable } from './sweep-hides-available.js';
import { systemNamesIgnored } from './system-names-ignored.js';
import { textLimitIgnored } from './text-limit-ignored.js';
import { waitsForFullBatch } from './waits-for-full-batch.js';
import { windowNeverEnds } from './window-never-ends.js';
import { windowWakesNobody } from './window-wakes-nobody.js';
import { zeroWindowAsAbsent } from './zero-window-as-absent.js';

export type { BugClass, Mutant } from './mutant.js';

/** Every bug that can be planted, by id. */
export const mutants: readonly Mutant[] = [
  hidesAllForOne,
  fixedDefaultWindow,
  windowNeverEnds,
  extensionReleases,
  zeroWindowAsAbsent,
  sweepHidesAvailable,
  capFromSend,
  garbageHandleAccepted,
  handleOnACopy,
  expiredDeleteIgnored,
  foreignHandleAccepted,
  secondDeleteRefused,
  failedDeleteUnlisted,
  badChangeFailsBatch,
  staleHandleForgotten,
  queueDelayIgnored,
  delayEndsLate,
  oneReceiveTooMany,
  textLimitIgnored,
  oneReceiveTooFew,
  deadLetterDeleted,
  policyWithoutLimitStored,
  deadLetterSourceIsTarget,
  moveSkipsNext,
  droppedWithoutTarget,
  cumulativeLimit,
  moveResetsTimes,
  shortPollSpins,
  queueWaitIgnored,
  waitsForFullBatch,
  sendWakesNobody,
  changeWakesNobody,
  delayWakesNobody,
  windowWakesNobody,
  swallowedAtDeadline,
  deletedStillCounted,
  hiddenCountedAsAvailable,
  delayedNotCounted,
  firstCountIsTwo,
  firstReceiveOverwritten,
  retentionIgnored,
  retentionSparesUnseen,
  moveRestartsAge,
  attributesUnasked,
  digestOfNothing,
  systemNamesIgnored,
  emptyList,
  filterStripsStored,
  digestOfEscapedBody,
  digestOfBareType,
  moreThanTen,
  anyEntryId,
  emptyBodyStored,
  entrySizeUnchecked,
  emojiRefused,
  createIgnoresDifference,
  everyFaultADelay,
  purgeSparesUnseen,
  messagesOutliveQueue,
  changeRevivesDeleted,
  newIdOnReturn,
  oneHandleForEver,
  countRestarts,
  moveLeavesCopy,
  sendToWhoeverWaits,
  setResetsOthers,
  prefixIgnored,
  oneMessageTooMany,
  purgeGoesOn,
];

const byId: ReadonlyMap<string, Mutant> = new Map(mutants.map((planted) => [planted.id, planted]));

/** The mutant with this id. */
export const mutant = (id: string): Mutant | undefined => byId.get(id);

/** The contract with the mutant's bug in it. */
export const mutatedRules = ({ rules }: Mutant): Rules => ({ ...contract, ...rules });
