import { contract, type Rules } from '../rules.js';
import { allowPolicyIgnored } from './allow-policy-ignored.js';
import { answerReversed } from './answer-reversed.js';
import { anyEntryId } from './any-entry-id.js';
import { attributesInContentId } from './attributes-in-content-id.js';
import { attributesUnasked } from './attributes-unasked.js';
import { badChangeFailsBatch } from './bad-change-fails-batch.js';
import { batchBlindToItself } from './batch-blind-to-itself.js';
import { batchDeleteForgotten } from './batch-delete-forgotten.js';
import { batchStoredNowhere } from './batch-stored-nowhere.js';
import { batchTotalUnchecked } from './batch-total-unchecked.js';
import { blockedCountedAsHidden } from './blocked-counted-as-hidden.js';
import { cancelStopsNothing } from './cancel-stops-nothing.js';
import { capFromSend } from './cap-from-send.js';
import { changeKeepsGroupLocked } from './change-keeps-group-locked.js';
import { changeRevivesDeleted } from './change-revives-deleted.js';
import { changeWakesNobody } from './change-wakes-nobody.js';
import { concurrentSendLost } from './concurrent-send-lost.js';
import { contentIdByMd5 } from './content-id-by-md5.js';
import { contentIdNotKept } from './content-id-not-kept.js';
import { contentIdOverrides } from './content-id-overrides.js';
import { countRestarts } from './count-restarts.js';
import { createAsksForDefaults } from './create-asks-for-defaults.js';
import { createComparesFirst } from './create-compares-first.js';
import { createIgnoresDifference } from './create-ignores-difference.js';
import { createLosesRace } from './create-loses-race.js';
import { cumulativeLimit } from './cumulative-limit.js';
import { deadLetterDeleted } from './dead-letter-deleted.js';
import { deadLetterSourceIsTarget } from './dead-letter-source-is-target.js';
import { dedupIdNotRequired } from './dedup-id-not-required.js';
import { dedupIdOnStandard } from './dedup-id-on-standard.js';
import { delayChangeNotRetroactive } from './delay-change-not-retroactive.js';
import { delayEndsLate } from './delay-ends-late.js';
import { delayWakesNobody } from './delay-wakes-nobody.js';
import { delayedNotCounted } from './delayed-not-counted.js';
import { deleteWakesNobody } from './delete-wakes-nobody.js';
import { deletedIdForgotten } from './deleted-id-forgotten.js';
import { deletedStillCounted } from './deleted-still-counted.js';
import { digestOfBareType } from './digest-of-bare-type.js';
import { digestOfEscapedBody } from './digest-of-escaped-body.js';
import { digestOfNothing } from './digest-of-nothing.js';
import { droppedWithoutTarget } from './dropped-without-target.js';
import { duplicateGetsNewId } from './duplicate-gets-new-id.js';
import { duplicatesExtendWindow } from './duplicates-extend-window.js';
import { eightActions } from './eight-actions.js';
import { emojiRefused } from './emoji-refused.js';
import { emptyAttemptKept } from './empty-attempt-kept.js';
import { emptyBodyStored } from './empty-body-stored.js';
import { emptyList } from './empty-list.js';
import { emptyPolicyStays } from './empty-policy-stays.js';
import { entriesSortedAsText } from './entries-sorted-as-text.js';
import { entrySizeUnchecked } from './entry-size-unchecked.js';
import { everyFaultADelay } from './every-fault-a-delay.js';
import { everyGroupItsOwnIds } from './every-group-its-own-ids.js';
import { everyPolicyASource } from './every-policy-a-source.js';
import { expiredDeleteIgnored } from './expired-delete-ignored.js';
import { expiredEntryAsSingle } from './expired-entry-as-single.js';
import { expiredHeadKeepsLock } from './expired-head-keeps-lock.js';
import { extensionBlocksNobody } from './extension-blocks-nobody.js';
import { extensionReleases } from './extension-releases.js';
import { failedDeleteUnlisted } from './failed-delete-unlisted.js';
import { fifoAttributeOnStandard } from './fifo-attribute-on-standard.js';
import { fifoDelayIgnored } from './fifo-delay-ignored.js';
import { fifoExpiredDeleteDeletes } from './fifo-expired-delete-deletes.js';
import { fifoMoveKeepsAge } from './fifo-move-keeps-age.js';
import { fifoNeverWaits } from './fifo-never-waits.js';
import { fifoPurgeSparesAll } from './fifo-purge-spares-all.js';
import { fifoTakesDelays } from './fifo-takes-delays.js';
import { filterStripsStored } from './filter-strips-stored.js';
import { firstCountIsTwo } from './first-count-is-two.js';
import { firstReceiveOverwritten } from './first-receive-overwritten.js';
import { fixedDefaultWindow } from './fixed-default-window.js';
import { foreignHandleAccepted } from './foreign-handle-accepted.js';
import { garbageHandleAccepted } from './garbage-handle-accepted.js';
import { groupNeverLocked } from './group-never-locked.js';
import { groupNotRequired } from './group-not-required.js';
import { groupOfStandardHidden } from './group-of-standard-hidden.js';
import { groupRefusedOnStandard } from './group-refused-on-standard.js';
import { handleEndsAtDefault } from './handle-ends-at-default.js';
import { handleOfEndedTask } from './handle-of-ended-task.js';
import { handleOnACopy } from './handle-on-a-copy.js';
import { hiddenCountedAsAvailable } from './hidden-counted-as-available.js';
import { hidesAllForOne } from './hides-all-for-one.js';
import { idsKept299Seconds } from './ids-kept-299-seconds.js';
import { idsKept301Seconds } from './ids-kept-301-seconds.js';
import { idsKeptForEver } from './ids-kept-for-ever.js';
import { labelUsedTwice } from './label-used-twice.js';
import { laterMessageLocksGroup } from './later-message-locks-group.js';
import { lockOnlyAtLowThroughput } from './lock-only-at-low-throughput.js';
import { longestIdRefused } from './longest-id-refused.js';
import { lostDestinationCompletes } from './lost-destination-completes.js';
import { messagesOutliveQueue } from './messages-outlive-queue.js';
import { moreThanTen } from './more-than-ten.js';
import { moveDropsGroup } from './move-drops-group.js';
import { moveDropsTrace } from './move-drops-trace.js';
import { moveKeepsDedupId } from './move-keeps-dedup-id.js';
import { moveKeepsGroupLocked } from './move-keeps-group-locked.js';
import { moveLeavesCopy } from './move-leaves-copy.js';
import { moveResetsTimes } from './move-resets-times.js';
import { moveRestartsAge } from './move-restarts-age.js';
import { moveSkipsNext } from './move-skips-next.js';
import { movedCountsOneMore } from './moved-counts-one-more.js';
import type { Mutant } from './mutant.js';
import { nameFreeAtOnce } from './name-free-at-once.js';
import { newIdOnReturn } from './new-id-on-return.js';
import { noDeduplication } from './no-deduplication.js';
import { oldIdsEvicted } from './old-ids-evicted.js';
import { oldestTaskFirst } from './oldest-task-first.js';
import { oneHandleForEver } from './one-handle-for-ever.js';
import { oneMessageTooMany } from './one-message-too-many.js';
import { oneReceiveTooFew } from './one-receive-too-few.js';
import { oneReceiveTooMany } from './one-receive-too-many.js';
import { onlyLatestOfId } from './only-latest-of-id.js';
import { pageRepeatsLast } from './page-repeats-last.js';
import { policyWithoutLimitStored } from './policy-without-limit-stored.js';
import { pollOfDeletedCrashes } from './poll-of-deleted-crashes.js';
import { prefixIgnored } from './prefix-ignored.js';
import { purgeGoesOn } from './purge-goes-on.js';
import { purgeGuardTooLong } from './purge-guard-too-long.js';
import { purgeKeepsIds } from './purge-keeps-ids.js';
import { purgeSparesUnseen } from './purge-spares-unseen.js';
import { queueDelayIgnored } from './queue-delay-ignored.js';
import { queueWaitIgnored } from './queue-wait-ignored.js';
import { randomSequence } from './random-sequence.js';
import { rateStopsTask } from './rate-stops-task.js';
import { refusedSendUsesIdUp } from './refused-send-uses-id-up.js';
import { retentionIgnored } from './retention-ignored.js';
import { retentionSparesUnseen } from './retention-spares-unseen.js';
import { retryGetsNewHandles } from './retry-gets-new-handles.js';
import { retryIsNewReceive } from './retry-is-new-receive.js';
import { retryKeepsWindow } from './retry-keeps-window.js';
import { returnedInReverse } from './returned-in-reverse.js';
import { returnedToNowhere } from './returned-to-nowhere.js';
import { returnedToTheTail } from './returned-to-the-tail.js';
import { scopeIgnored } from './scope-ignored.js';
import { secondDeleteRefused } from './second-delete-refused.js';
import { sendToWhoeverWaits } from './send-to-whoever-waits.js';
import { sendWakesNobody } from './send-wakes-nobody.js';
import { sequenceOfReceive } from './sequence-of-receive.js';
import { setResetsOthers } from './set-resets-others.js';
import { shortPollSpins } from './short-poll-spins.js';
import { shorterDelayOvertakes } from './shorter-delay-overtakes.js';
import { spoiledRetryAnswered } from './spoiled-retry-answered.js';
import { staleHandleForgotten } from './stale-handle-forgotten.js';
import { suffixMakesFifo } from './suffix-makes-fifo.js';
import { swallowedAtDeadline } from './swallowed-at-deadline.js';
import { sweepHidesAvailable } from './sweep-hides-available.js';
import { sweepStopsAtLongerLease } from './sweep-stops-at-longer-lease.js';
import { systemDigestMissing } from './system-digest-missing.js';
import { systemNamesIgnored } from './system-names-ignored.js';
import { tagKeysLowerCase } from './tag-keys-lower-case.js';
import { tagsReplace } from './tags-replace.js';
import { targetOfOtherType } from './target-of-other-type.js';
import { taskDropsGroup } from './task-drops-group.js';
import { taskIgnoresDestination } from './task-ignores-destination.js';
import { taskIgnoresRate } from './task-ignores-rate.js';
import { taskKeepsCount } from './task-keeps-count.js';
import { taskKnowsOneSource } from './task-knows-one-source.js';
import { taskLeavesCopy } from './task-leaves-copy.js';
import { taskNeverEnds } from './task-never-ends.js';
import { taskOfAnyQueue } from './task-of-any-queue.js';
import { textLimitIgnored } from './text-limit-ignored.js';
import { throughputWithoutScope } from './throughput-without-scope.js';
import { tooLongIdAccepted } from './too-long-id-accepted.js';
import { traceDropped } from './trace-dropped.js';
import { traceInAttributeDigest } from './trace-in-attribute-digest.js';
import { twoTasksAtOnce } from './two-tasks-at-once.js';
import { unknownKeyUntagsNothing } from './unknown-key-untags-nothing.js';
import { unknownLabelRemoved } from './unknown-label-removed.js';
import { waitsForFullBatch } from './waits-for-full-batch.js';
import { windowKeepsGroupLocked } from './window-keeps-group-locked.js';
import { windowNeverEnds } from './window-never-ends.js';
import { windowWakesNobody } from './window-wakes-nobody.js';
import { zeroDelayOverrides } from './zero-delay-overrides.js';
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
  sweepStopsAtLongerLease,
  garbageHandleAccepted,
  handleOnACopy,
  expiredDeleteIgnored,
  foreignHandleAccepted,
  secondDeleteRefused,
  failedDeleteUnlisted,
  badChangeFailsBatch,
  staleHandleForgotten,
  fifoDelayIgnored,
  queueDelayIgnored,
  zeroDelayOverrides,
  shorterDelayOvertakes,
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
  taskKnowsOneSource,
  moveKeepsGroupLocked,
  moveResetsTimes,
  rateStopsTask,
  groupNeverLocked,
  batchStoredNowhere,
  randomSequence,
  returnedInReverse,
  returnedToNowhere,
  batchDeleteForgotten,
  windowKeepsGroupLocked,
  returnedToTheTail,
  entriesSortedAsText,
  extensionBlocksNobody,
  laterMessageLocksGroup,
  noDeduplication,
  deletedIdForgotten,
  contentIdNotKept,
  scopeIgnored,
  duplicateGetsNewId,
  purgeKeepsIds,
  idsKeptForEver,
  contentIdByMd5,
  onlyLatestOfId,
  oldIdsEvicted,
  shortPollSpins,
  fifoNeverWaits,
  queueWaitIgnored,
  waitsForFullBatch,
  sendWakesNobody,
  changeWakesNobody,
  delayWakesNobody,
  windowWakesNobody,
  pollOfDeletedCrashes,
  emptyAttemptKept,
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
  groupNotRequired,
  batchTotalUnchecked,
  entrySizeUnchecked,
  emojiRefused,
  createIgnoresDifference,
  everyFaultADelay,
  longestIdRefused,
  fifoPurgeSparesAll,
  purgeSparesUnseen,
  messagesOutliveQueue,
  createLosesRace,
  concurrentSendLost,
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
  taskLeavesCopy,
  taskKeepsCount,
  taskDropsGroup,
  taskIgnoresDestination,
  taskIgnoresRate,
  cancelStopsNothing,
  twoTasksAtOnce,
  taskOfAnyQueue,
  lostDestinationCompletes,
  handleOfEndedTask,
  movedCountsOneMore,
  oldestTaskFirst,
  taskNeverEnds,
  targetOfOtherType,
  allowPolicyIgnored,
  everyPolicyASource,
  pageRepeatsLast,
  throughputWithoutScope,
  suffixMakesFifo,
  createComparesFirst,
  createAsksForDefaults,
  nameFreeAtOnce,
  purgeGuardTooLong,
  tagsReplace,
  unknownKeyUntagsNothing,
  tagKeysLowerCase,
  labelUsedTwice,
  unknownLabelRemoved,
  emptyPolicyStays,
  eightActions,
  lockOnlyAtLowThroughput,
  changeKeepsGroupLocked,
  expiredHeadKeepsLock,
  sequenceOfReceive,
  answerReversed,
  idsKept299Seconds,
  idsKept301Seconds,
  everyGroupItsOwnIds,
  duplicatesExtendWindow,
  attributesInContentId,
  contentIdOverrides,
  refusedSendUsesIdUp,
  batchBlindToItself,
  fifoExpiredDeleteDeletes,
  handleEndsAtDefault,
  fifoTakesDelays,
  delayChangeNotRetroactive,
  retryGetsNewHandles,
  retryIsNewReceive,
  retryKeepsWindow,
  spoiledRetryAnswered,
  fifoMoveKeepsAge,
  moveKeepsDedupId,
  deleteWakesNobody,
  dedupIdNotRequired,
  moveDropsGroup,
  moveDropsTrace,
  traceDropped,
  dedupIdOnStandard,
  groupRefusedOnStandard,
  groupOfStandardHidden,
  systemDigestMissing,
  traceInAttributeDigest,
  tooLongIdAccepted,
  fifoAttributeOnStandard,
  blockedCountedAsHidden,
  expiredEntryAsSingle,
];

const byId: ReadonlyMap<string, Mutant> = new Map(mutants.map((planted) => [planted.id, planted]));

/** The mutant with this id. */
export const mutant = (id: string): Mutant | undefined => byId.get(id);

/** The profile of the schedules in which the mutant's bug lives. */
export const profileOf = ({ profile = 'standard' }: Mutant): 'standard' | 'fifo' => profile;

/** The contract with the mutant's bug in it. */
export const mutatedRules = ({ rules }: Mutant): Rules => ({ ...contract, ...rules });
