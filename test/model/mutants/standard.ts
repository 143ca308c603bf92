import { expect } from 'vitest';
import { arnOf } from '../../../src/core/calls.js';
import { all, md5, moved, type Row, receiveCount, sent, text, window } from './row.js';
import { deadLetters, policy } from './stage.js';

const traced = { MessageSystemAttributes: { AWSTraceHeader: text('Root=1') } };

/** Messages on standard queues. */
export const standardRows: Record<string, Row> = {
  'A-001': {
    play: (s) => {
      for (const body of ['a', 'b', 'c']) s.send(0, body);
      return [s.receive(0), s.counters(0), s.receive(1), s.receive(29), s.receive(30)];
    },
    right: ['a', '2/1/0', 'b', 'c', 'a'],
    wrong: ['a', '0/3/0', 'nothing', 'nothing', 'a'],
  },
  'A-002': {
    queues: window('60'),
    play: (s) => [sent(s), s.receive(31), s.receive(60)].slice(1),
    right: ['nothing', 'm'],
    wrong: ['m', 'nothing'],
  },
  'A-003': {
    queues: window('5'),
    play: (s) => [sent(s), s.receive(5), s.receive(3600)].slice(1),
    right: ['m', 'm'],
    wrong: ['nothing', 'nothing'],
  },
  'A-004': {
    play: (s) => [s.change(5, sent(s, 10), 20), s.receive(6), s.receive(25)],
    right: ['ok', 'nothing', 'm'],
    wrong: ['ok', 'm', 'nothing'],
  },
  'A-005': {
    play: (s) => [sent(s, 0), s.receive(0), s.receive(30)].slice(1),
    right: ['m', 'm'],
    wrong: ['nothing', 'm'],
  },
  'A-007': {
    play: (s) => {
      sent(s, 5);
      s.send(1, 'x');
      return [s.receive(5, { MaxNumberOfMessages: 2 }), s.counters(60)];
    },
    right: ['m,x', '2/0/0'],
    wrong: ['nothing', '0/2/0'],
  },
  'A-010': {
    play: (s) => {
      s.send(0, 'm');
      s.receive(43_260, { VisibilityTimeout: 30 });
      return [s.change(43_270, s.handle('m'), 60), s.receive(43_300)];
    },
    right: ['ok', 'nothing'],
    wrong: ['InvalidParameterValueException', 'm'],
  },
  'A-012': { play: (s) => s.delete(0, 'garbage'), right: 'ReceiptHandleIsInvalid', wrong: 'ok' },
  'A-013': {
    play: (s) => [s.delete(1, sent(s, 2)), s.receive(3)],
    right: ['ok', 'nothing'],
    wrong: ['ok', 'm'],
  },
  'A-014': {
    play: (s) => [s.delete(2, sent(s, 1)), s.receive(3)],
    right: ['ok', 'nothing'],
    wrong: ['ok', 'm'],
  },
  'A-015': {
    queues: { q: {}, other: {} },
    play: (s) => [s.delete(1, sent(s), 'other'), s.receive(31)],
    right: ['ReceiptHandleIsInvalid', 'm'],
    wrong: ['ok', 'nothing'],
  },
  'A-016': {
    play: (s) => {
      const handle = sent(s);
      return [s.delete(1, handle), s.delete(2, handle)];
    },
    right: ['ok', 'ok'],
    wrong: ['ok', 'ReceiptHandleIsInvalid'],
  },
  'A-017': {
    play: (s) => {
      const [good, bad] = [
        { Id: '1', ReceiptHandle: sent(s) },
        { Id: '2', ReceiptHandle: 'garbage' },
      ];
      return [s.ask(1, 'DeleteMessageBatch', { QueueUrl: 'q', Entries: [good, bad] }), s.counters(2)];
    },
    right: [
      { Successful: [{ Id: '1' }], Failed: [expect.objectContaining({ Id: '2', Code: 'ReceiptHandleIsInvalid' })] },
      '0/0/0',
    ],
    wrong: [{ Successful: [{ Id: '1' }] }, '0/0/0'],
  },
  'A-018': {
    play: (s) => {
      const [good, bad] = [
        { Id: '1', ReceiptHandle: sent(s), VisibilityTimeout: 0 },
        { Id: '2', ReceiptHandle: 'garbage', VisibilityTimeout: 0 },
      ];
      return s.ask(1, 'ChangeMessageVisibilityBatch', { QueueUrl: 'q', Entries: [good, bad] });
    },
    right: {
      Successful: [{ Id: '1' }],
      Failed: [expect.objectContaining({ Id: '2', Code: 'ReceiptHandleIsInvalid' })],
    },
    wrong: 'ReceiptHandleIsInvalid',
  },
  'A-019': {
    play: (s) => {
      const first = sent(s, 1);
      s.receive(2, { VisibilityTimeout: 30 });
      return [s.change(3, first, 0), s.receive(3)];
    },
    right: ['ok', 'm'],
    wrong: ['ReceiptHandleIsInvalid', 'nothing'],
  },
  'A-022': {
    queues: { q: { DelaySeconds: '5' } },
    play: (s) => [s.send(0, 'm'), s.receive(1), s.receive(5)].slice(1),
    right: ['nothing', 'm'],
    wrong: ['m', 'nothing'],
  },
  'A-025': {
    play: (s) => [s.send(0, 'm', { DelaySeconds: 5 }), s.receive(4.999), s.receive(5), s.receive(5.001)].slice(1),
    right: ['nothing', 'm', 'nothing'],
    wrong: ['nothing', 'nothing', 'm'],
  },
  'A-026': {
    queues: deadLetters(2),
    play: (s) => [sent(s), s.receive(1), s.receive(2), s.counters(2, 'd')].slice(1),
    right: ['m', 'nothing', '1/0/0'],
    wrong: ['m', 'm', '0/0/0'],
  },
  'A-027': {
    queues: deadLetters('2'),
    play: (s) => [sent(s), s.receive(1), s.receive(2), s.counters(2, 'd')].slice(1),
    right: ['m', 'nothing', '1/0/0'],
    wrong: ['m', 'm', '0/0/0'],
  },
  'A-028': {
    queues: deadLetters(1),
    play: (s) => [s.send(0, 'm'), s.receive(0), s.counters(0, 'd')].slice(1),
    right: ['m', '0/0/0'],
    wrong: ['nothing', '1/0/0'],
  },
  'A-029': {
    queues: deadLetters(1, { VisibilityTimeout: '1' }),
    play: (s) => [moved(s), s.receive(2, { QueueUrl: 'd' }), s.receive(3, { QueueUrl: 'd' })].slice(1),
    right: ['m', 'm'],
    wrong: ['m', 'nothing'],
  },
  'A-030': {
    queues: { d: {}, q: {} },
    play: (s) => [
      s.ask(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { RedrivePolicy: policy('d') } }),
      s.ask(1, 'GetQueueAttributes', { QueueUrl: 'q', AttributeNames: ['RedrivePolicy'] }),
    ],
    right: ['InvalidParameterValueException', {}],
    wrong: [{}, { Attributes: { RedrivePolicy: policy('d') } }],
  },
  'A-031': {
    queues: deadLetters(1),
    play: (s) => [moved(s), s.messages(2, { QueueUrl: 'd', ...all })[0]?.Attributes?.DeadLetterQueueSourceArn][1],
    right: arnOf('q'),
    wrong: arnOf('d'),
  },
  'A-032': {
    queues: deadLetters(1),
    play: (s) => {
      s.send(0, 'a');
      s.send(0, 'b');
      s.receive(0, { MaxNumberOfMessages: 2 });
      return [s.receive(2, { MaxNumberOfMessages: 10 }), s.counters(2), s.counters(2, 'd')];
    },
    right: ['nothing', '0/0/0', '2/0/0'],
    wrong: ['nothing', '1/0/0', '1/0/0'],
  },
  'A-034': {
    queues: deadLetters(1),
    play: (s) => {
      s.send(0, 'm');
      s.ask(0, 'DeleteQueue', { QueueUrl: 'd' });
      return [s.receive(0), s.receive(1), s.counters(1)];
    },
    right: ['m', 'm', '0/1/0'],
    wrong: ['m', 'nothing', '0/0/0'],
  },
  'A-035': {
    queues: { d2: {}, ...deadLetters(1, { VisibilityTimeout: '1' }) },
    play: (s) => {
      s.ask(0, 'SetQueueAttributes', { QueueUrl: 'd', Attributes: { RedrivePolicy: policy('d2', 1) } });
      moved(s);
      return [s.receive(2, { QueueUrl: 'd' }), s.counters(2, 'd2')];
    },
    right: ['m', '0/0/0'],
    wrong: ['nothing', '1/0/0'],
  },
  'A-038': {
    queues: deadLetters(1),
    play: (s) => [moved(s), s.messages(2, { QueueUrl: 'd', ...all })[0]?.Attributes][1],
    right: expect.objectContaining({ SentTimestamp: '0', ApproximateFirstReceiveTimestamp: '0' }),
    wrong: expect.objectContaining({ SentTimestamp: '1000', ApproximateFirstReceiveTimestamp: '1000' }),
  },
  'A-066': { play: (s) => s.end(60, s.poll(0, { WaitTimeSeconds: 0 })), right: 'nothing @0', wrong: 'waits' },
  'A-068': {
    queues: { q: { ReceiveMessageWaitTimeSeconds: '5' } },
    play: (s) => s.end(60, s.poll(0)),
    right: 'nothing @5',
    wrong: 'nothing @0',
  },
  'A-069': {
    play: (s) => {
      s.send(0, 'm');
      return s.end(60, s.poll(0, { WaitTimeSeconds: 20, MaxNumberOfMessages: 10 }));
    },
    right: 'm @0',
    wrong: 'm @20',
  },
  'A-070': {
    play: (s) => {
      const poll = s.poll(0, { WaitTimeSeconds: 20 });
      s.send(3, 'm');
      return [s.end(60, poll), s.receive(60)];
    },
    right: ['m @3', 'm'],
    wrong: ['nothing @20', 'm'],
  },
  'A-071': {
    play: (s) => {
      const handle = sent(s, 60);
      const poll = s.poll(1, { WaitTimeSeconds: 20 });
      s.change(3, handle, 0);
      return s.end(60, poll);
    },
    right: 'm @3',
    wrong: 'nothing @21',
  },
  'A-072': {
    play: (s) => {
      s.send(0, 'm', { DelaySeconds: 5 });
      return s.end(60, s.poll(0, { WaitTimeSeconds: 20 }));
    },
    right: 'm @5',
    wrong: 'nothing @20',
  },
  'A-073': {
    play: (s) => {
      sent(s, 5);
      return s.end(60, s.poll(1, { WaitTimeSeconds: 20 }));
    },
    right: 'm @5',
    wrong: 'nothing @21',
  },
  'A-077': {
    play: (s) => {
      s.send(0, 'm', { DelaySeconds: 5 });
      return [s.end(5, s.poll(0, { WaitTimeSeconds: 5 })), s.counters(5)];
    },
    right: ['m @5', '0/1/0'],
    wrong: ['nothing @5', '0/1/0'],
  },
  'A-078': { play: (s) => [s.delete(1, sent(s)), s.counters(2)], right: ['ok', '0/0/0'], wrong: ['ok', '0/1/0'] },
  'A-079': {
    play: (s) => [s.send(0, 'b'), sent(s), s.counters(1)][2],
    right: '1/1/0',
    wrong: '2/1/0',
  },
  'A-080': {
    play: (s) => [s.send(0, 'm', { DelaySeconds: 30 }), s.counters(1)][1],
    right: '0/0/1',
    wrong: '0/0/0',
  },
  'A-081': {
    play: (s) => [s.send(0, 'm'), receiveCount(s.messages(0, all))][1],
    right: '1',
    wrong: '2',
  },
  'A-082': {
    queues: window('2'),
    play: (s) => {
      s.send(0, 'm');
      return [s.messages(1, all), s.messages(4, all)].map(([m]) => m?.Attributes?.ApproximateFirstReceiveTimestamp);
    },
    right: ['1000', '1000'],
    wrong: ['1000', '4000'],
  },
  'A-083': {
    queues: { q: { MessageRetentionPeriod: '60' } },
    play: (s) => [s.send(0, 'm'), s.receive(61)][1],
    right: 'nothing',
    wrong: 'm',
  },
  'A-084': {
    queues: { q: { MessageRetentionPeriod: '60' } },
    play: (s) => [s.send(0, 'm'), s.receive(50), s.receive(81)].slice(1),
    right: ['m', 'nothing'],
    wrong: ['m', 'm'],
  },
  'A-085': {
    queues: deadLetters(1, { MessageRetentionPeriod: '100' }),
    play: (s) => [s.send(0, 'm'), s.receive(50), s.receive(52), s.receive(101, { QueueUrl: 'd' })].slice(1),
    right: ['m', 'nothing', 'nothing'],
    wrong: ['m', 'nothing', 'm'],
  },
  'A-086': {
    play: (s) => {
      s.send(0, 'm', { MessageAttributes: { x: text('1') } });
      return Object.keys(s.messages(0)[0]!).sort();
    },
    right: ['Body', 'MD5OfBody', 'MessageId', 'ReceiptHandle'],
    wrong: [
      'Attributes',
      'Body',
      'MD5OfBody',
      'MD5OfMessageAttributes',
      'MessageAttributes',
      'MessageId',
      'ReceiptHandle',
    ],
  },
  'A-087': {
    play: (s) => [s.send(0, 'm'), s.messages(0, all)[0]].map((answer) => answer?.MD5OfMessageAttributes),
    right: [undefined, undefined],
    wrong: [md5(''), md5('')],
  },
  'A-088': {
    play: (s) => [s.send(0, 'm'), s.messages(0, all)[0]?.Attributes?.SentTimestamp][1],
    right: '0',
    wrong: undefined,
  },
  'A-089': {
    play: (s) => s.ask(0, 'ReceiveMessage', { QueueUrl: 'q' }),
    right: {},
    wrong: { Messages: [] },
  },
  'A-090': {
    queues: window('1'),
    play: (s) => {
      s.send(0, 'm', { MessageAttributes: { x: text('1'), y: text('2') } });
      s.receive(0, { MessageAttributeNames: ['x'] });
      return s.messages(1, all)[0]?.MessageAttributes;
    },
    right: { x: text('1'), y: text('2') },
    wrong: { x: text('1') },
  },
  'A-091': {
    play: (s) => [s.send(0, '<a>&b</a>').MD5OfMessageBody, s.messages(0)[0]?.MD5OfBody],
    right: [md5('<a>&b</a>'), md5('<a>&b</a>')],
    wrong: [md5('&lt;a&gt;&amp;b&lt;/a&gt;'), md5('&lt;a&gt;&amp;b&lt;/a&gt;')],
  },
  'A-092': {
    play: (s) => [
      s.send(0, 'm', { MessageAttributes: { b: { DataType: 'Binary', BinaryValue: 'AQ==' } } }).MD5OfMessageAttributes,
      s.send(1, 'm', { MessageAttributes: { n: text('7', 'Number.int') } }).MD5OfMessageAttributes,
    ],
    right: [
      md5('\0\0\0\x01b\0\0\0\x06Binary\x02\0\0\0\x01\x01'),
      md5('\0\0\0\x01n\0\0\0\x0aNumber.int\x01\0\0\0\x017'),
    ],
    wrong: [md5('\0\0\0\x01b\0\0\0\x06Binary\x01\0\0\0\x01\x01'), md5('\0\0\0\x01n\0\0\0\x06Number\x01\0\0\0\x017')],
  },
  'A-094': {
    play: (s) => {
      for (let k = 1; k <= 11; k++) s.send(0, `m${k}`);
      return s.receive(0, { MaxNumberOfMessages: 11 });
    },
    right: 'InvalidParameterValueException',
    wrong: 'm1,m2,m3,m4,m5,m6,m7,m8,m9,m10,m11',
  },
  'A-095': {
    play: (s) => s.ask(0, 'SendMessageBatch', { QueueUrl: 'q', Entries: [{ Id: 'a b', MessageBody: 'm' }] }),
    right: 'InvalidBatchEntryId',
    wrong: { Successful: [expect.objectContaining({ Id: 'a b' })] },
  },
  'A-096': {
    play: (s) => [s.send(0, ''), s.counters(0)],
    right: ['MissingRequiredParameterException', '0/0/0'],
    wrong: [expect.objectContaining({ MD5OfMessageBody: md5('') }), '1/0/0'],
  },
  'A-098': {
    play: (s) => {
      const Entries = ['1', '2'].map((Id) => ({ Id, MessageBody: Id.repeat(600_000) }));
      const output = s.ask(0, 'SendMessageBatch', { QueueUrl: 'q', Entries });
      return [typeof output === 'string' ? output : 'ok', s.counters(0)];
    },
    right: ['BatchRequestTooLong', '0/0/0'],
    wrong: ['ok', '2/0/0'],
  },
  'A-099': {
    queues: { q: { MaximumMessageSize: '1024' } },
    play: (s) => {
      const Entries = [
        { Id: '1', MessageBody: 'small' },
        { Id: '2', MessageBody: 'x'.repeat(2000) },
      ];
      return s.ask(0, 'SendMessageBatch', { QueueUrl: 'q', Entries });
    },
    right: {
      Successful: [expect.objectContaining({ Id: '1' })],
      Failed: [expect.objectContaining({ Id: '2', Code: 'InvalidParameterValue' })],
    },
    wrong: { Successful: [expect.objectContaining({ Id: '1' }), expect.objectContaining({ Id: '2' })] },
  },
  'A-100': {
    play: (s) => [s.send(0, '\u{1F600}'), s.receive(0)],
    right: [expect.objectContaining({ MD5OfMessageBody: md5('\u{1F600}') }), '\u{1F600}'],
    wrong: ['InvalidMessageContents', 'nothing'],
  },
  'A-101': {
    queues: window('30'),
    play: (s) => {
      s.send(1, 'm');
      return ['30', '31'].map((VisibilityTimeout) =>
        s.ask(2, 'CreateQueue', { QueueName: 'q', Attributes: { VisibilityTimeout } }),
      );
    },
    right: [{ QueueUrl: 'q' }, 'QueueNameExists'],
    wrong: [{ QueueUrl: 'q' }, { QueueUrl: 'q' }],
  },
  'A-102': {
    play: (s) => s.ask(0, 'SendMessageBatch', { QueueUrl: 'q', Entries: [{ Id: '1', MessageBody: '\u0001' }] }),
    right: { Failed: [expect.objectContaining({ Id: '1', Code: 'InvalidMessageContents' })] },
    wrong: { Failed: [expect.objectContaining({ Id: '1', Code: 'InvalidParameterValue' })] },
  },
  'A-106': {
    queues: window('5'),
    play: (s) => {
      sent(s);
      s.send(0, 'b', { DelaySeconds: 5 });
      s.send(0, 'c');
      return [s.purge(1), s.receive(6, { MaxNumberOfMessages: 10 })];
    },
    right: ['ok', 'nothing'],
    wrong: ['ok', 'm,b'],
  },
  'A-107': {
    play: (s) => {
      s.send(0, 'm');
      s.ask(1, 'DeleteQueue', { QueueUrl: 'q' });
      s.ask(62, 'CreateQueue', { QueueName: 'q' });
      return s.receive(63);
    },
    right: 'nothing',
    wrong: 'm',
  },
  'A-127': {
    play: (s) => {
      for (const at of [5, 5.001, 5.003]) s.send(at, `sent at ${at}`);
      return s.receive(6, { MaxNumberOfMessages: 10 });
    },
    right: 'sent at 5,sent at 5.001,sent at 5.003',
    wrong: 'sent at 5,sent at 5.003',
  },
  'A-128': {
    play: (s) => {
      const handle = sent(s, 30);
      return [s.delete(1, handle), s.change(1.001, handle, 0), s.receive(2)];
    },
    right: ['ok', 'InvalidParameterValueException', 'nothing'],
    wrong: ['ok', 'ok', 'm'],
  },
  'R-001': {
    queues: window('1'),
    play: (s) => {
      const { MessageId } = s.send(0, 'm');
      return [0, 1].map((at) => s.messages(at).map((m) => m.MessageId === MessageId));
    },
    right: [[true], [true]],
    wrong: [[true], [false]],
  },
  'R-002': {
    play: (s) => {
      const first = sent(s, 1);
      s.receive(1);
      return [s.handle('m') === first, s.delete(2, s.handle('m')), s.receive(31)];
    },
    right: [false, 'ok', 'nothing'],
    wrong: [true, 'ok', 'nothing'],
  },
  'R-003': {
    queues: window('1'),
    play: (s) => [s.send(0, 'm'), ...[0, 1].map((at) => receiveCount(s.messages(at, all)))].slice(1),
    right: ['1', '2'],
    wrong: ['1', '1'],
  },
  'R-004': {
    queues: deadLetters(1),
    play: (s) => [sent(s), s.receive(1), s.receive(1, { QueueUrl: 'd' }), s.receive(2)].slice(1),
    right: ['nothing', 'm', 'nothing'],
    wrong: ['m', 'm', 'm'],
  },
  'R-005': {
    queues: { q: {}, other: {} },
    play: (s) => {
      const poll = s.poll(0, { QueueUrl: 'other', WaitTimeSeconds: 20 });
      s.send(3, 'm');
      return [s.end(60, poll), s.receive(60)];
    },
    right: ['nothing @20', 'm'],
    wrong: ['m @3', 'nothing'],
  },
  'R-006': {
    queues: window('5'),
    play: (s) => {
      s.ask(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { DelaySeconds: '1' } });
      return s.ask(1, 'GetQueueAttributes', { QueueUrl: 'q', AttributeNames: ['DelaySeconds', 'VisibilityTimeout'] });
    },
    right: { Attributes: { DelaySeconds: '1', VisibilityTimeout: '5' } },
    wrong: { Attributes: { DelaySeconds: '1', VisibilityTimeout: '30' } },
  },
  'R-007': {
    queues: { q: {}, other: {} },
    play: (s) => s.ask(0, 'ListQueues', { QueueNamePrefix: 'q' }),
    right: { QueueUrls: ['q'] },
    wrong: { QueueUrls: ['other', 'q'] },
  },
  'R-008': {
    play: (s) => {
      for (const body of ['a', 'b', 'c', 'd']) s.send(0, body);
      return s.receive(0, { MaxNumberOfMessages: 2 });
    },
    right: 'a,b',
    wrong: 'a,b,c',
  },
  'R-009': {
    play: (s) => {
      s.purge(1);
      for (const at of [2, 120.999, 121]) s.send(at, `sent at ${at}`);
      return s.receive(121, { MaxNumberOfMessages: 10 });
    },
    right: 'sent at 2,sent at 120.999,sent at 121',
    wrong: 'sent at 121',
  },
  'R-066': {
    queues: deadLetters(1),
    play: (s) => {
      s.send(0, 'm', { MessageGroupId: 'g' });
      for (const at of [0, 1]) s.receive(at);
      return s.messages(1, { QueueUrl: 'd', ...all })[0]?.Attributes?.MessageGroupId;
    },
    right: 'g',
    wrong: undefined,
  },
  'R-067': {
    queues: deadLetters(1),
    play: (s) => {
      s.send(0, 'm', traced);
      for (const at of [0, 1]) s.receive(at);
      return s.messages(1, { QueueUrl: 'd', ...all })[0]?.Attributes?.AWSTraceHeader;
    },
    right: 'Root=1',
    wrong: undefined,
  },
  'R-068': {
    play: (s) => {
      s.send(0, 'm', traced);
      return s.messages(0, all)[0]?.Attributes?.AWSTraceHeader;
    },
    right: 'Root=1',
    wrong: undefined,
  },
  'R-069': {
    play: (s) => [s.send(0, 'm', { MessageDeduplicationId: '1' }), s.receive(0)],
    right: ['InvalidParameterValueException', 'nothing'],
    wrong: [expect.objectContaining({ MD5OfMessageBody: md5('m') }), 'm'],
  },
  'R-070': {
    play: (s) => [s.send(0, 'm', { MessageGroupId: 'g' }), s.receive(0)],
    right: [expect.objectContaining({ MD5OfMessageBody: md5('m') }), 'm'],
    wrong: ['InvalidParameterValueException', 'nothing'],
  },
  'R-071': {
    play: (s) => {
      s.send(0, 'm', { MessageGroupId: 'g' });
      return s.messages(0, all)[0]?.Attributes?.MessageGroupId;
    },
    right: 'g',
    wrong: undefined,
  },
  'R-072': {
    play: (s) => s.send(0, 'm', traced).MD5OfMessageSystemAttributes,
    right: md5('\0\0\0\x0eAWSTraceHeader\0\0\0\x06String\x01\0\0\0\x06Root=1'),
    wrong: undefined,
  },
  'R-073': {
    play: (s) => {
      const { MD5OfMessageAttributes: own } = s.send(0, 'm', { MessageAttributes: { x: text('1') } });
      const { MD5OfMessageAttributes: both } = s.send(0, 'm', { MessageAttributes: { x: text('1') }, ...traced });
      return own === both;
    },
    right: true,
    wrong: false,
  },
  'R-075': {
    play: (s) => s.ask(0, 'SetQueueAttributes', { QueueUrl: 'q', Attributes: { FifoQueue: 'true' } }),
    right: 'InvalidAttributeName',
    wrong: {},
  },
};
