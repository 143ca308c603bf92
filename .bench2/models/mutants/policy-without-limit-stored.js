/** Leaves a policy out of the check that has a target and no limit. */
function exceptLimitless({ RedrivePolicy, ...others }) {
    if (RedrivePolicy === undefined)
        return others;
    return isLimitless(RedrivePolicy) ? others : { ...others, RedrivePolicy };
}
function isLimitless(policy) {
    try {
        const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(policy);
        return typeof deadLetterTargetArn === 'string' && maxReceiveCount === undefined;
    }
    catch {
        return false;
    }
}
export const policyWithoutLimitStored = {
    id: 'A-030',
    title: 'policy-without-limit-stored',
    says: 'when a RedrivePolicy without maxReceiveCount is set, the server stores it instead of refusing',
    link: 'https://github.com/ministackorg/ministack/commit/33e9a92949e9a5f7652a9403a872c3d4321d8b00',
    rule: 'sqs:X1',
    class: 'dlq/redrive',
    rules: {
        attributesChecked: exceptLimitless,
    },
};
