const crash = { kind: 'error', code: 'InternalFailure', status: 500, message: 'nil map' };
export const pollOfDeletedCrashes = {
    id: 'A-074',
    title: 'poll-of-deleted-crashes',
    says: 'when a queue is deleted while a receive waits on it, the server answers that receive with an internal error instead of ending the wait',
    link: 'https://github.com/Admiral-Piett/goaws/commit/f7154e4a640da5f14d5a00c81d099892fc5db1b4',
    rule: 'sqs:DQ3',
    class: 'long-poll',
    rules: {
        pollOfDeleted: () => crash,
    },
};
