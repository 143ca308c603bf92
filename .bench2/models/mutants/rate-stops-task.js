export const rateStopsTask = {
    id: 'A-040',
    title: 'rate-stops-task',
    says: 'when a move task is started with a rate, the server ends it without moving anything instead of moving at that rate',
    link: 'https://github.com/wcharczuk/sqslite/commit/f7a8489124d5bf58985559ccf64a566be69d0c46',
    rule: 'sqs:MT10',
    class: 'dlq/redrive',
    rules: {
        taskMoves: (rate) => rate === undefined,
    },
};
