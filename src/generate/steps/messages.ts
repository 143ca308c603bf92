import type { MessageAttributes } from '../../core/calls.js';
import type { Step } from '../../core/schedule.js';
import { type Members, put } from '../members.js';
import { pick } from '../pick.js';
import { drawActor, drawQueue, type Recipe } from './recipe.js';

const messageAttributes: readonly MessageAttributes[] = [
  { k: { DataType: 'String', StringValue: 'x' } },
  { General: { DataType: 'String', StringValue: 'Kenobi' }, Hello: { DataType: 'String', StringValue: 'There' } },
  { n: { DataType: 'Number.int', StringValue: '7' }, b: { DataType: 'Binary', BinaryValue: 'AAH/' } },
];
const texts = ['<a>&b</a>', 'line\r\nbreak "quoted"', '\u{1F600}', 'x'.repeat(200)];
/** What a receive may ask of the message attributes above. */
const names = [undefined, ['All'], ['k'], ['Hel.*', 'n']];

export function drawSend(id: number, recipe: Recipe): Step {
  const actor = drawActor(recipe);
  return { id, actor, call: 'SendMessage', input: { QueueUrl: drawQueue(recipe), ...drawMessage(recipe) } };
}

export function drawSendBatch(id: number, recipe: Recipe): Step {
  const length = 1 + recipe.draw(4);
  const Entries = Array.from({ length }, (_, k) => ({ Id: String(k + 1), ...drawMessage(recipe) }));
  const actor = drawActor(recipe);
  return { id, actor, call: 'SendMessageBatch', input: { QueueUrl: drawQueue(recipe), Entries } };
}

export function drawReceive(id: number, recipe: Recipe): Step {
  const { draw, features, values } = recipe;
  const input: Members = { QueueUrl: drawQueue(recipe) };
  put(input, 'MaxNumberOfMessages', pick(draw, values.max));
  put(input, 'VisibilityTimeout', pick(draw, values.visibility));
  if (features.has('long-polls')) put(input, 'WaitTimeSeconds', pick(draw, values.wait));
  if (draw(16) > 0) input.MessageSystemAttributeNames = ['All'];
  if (features.has('attributes')) put(input, 'MessageAttributeNames', pick(draw, names));
  return { id, actor: drawActor(recipe), call: 'ReceiveMessage', input };
}

/** The members that a send and an entry of a batch have in common. */
function drawMessage({ draw, features, values }: Recipe): Members {
  const message: Members = {};
  if (features.has('delays')) put(message, 'DelaySeconds', pick(draw, values.delay));
  if (!features.has('attributes')) return message;
  if (draw(3) === 0) message.MessageAttributes = pick(draw, messageAttributes);
  if (draw(6) === 0) message.MessageBody = pick(draw, texts);
  return message;
}
