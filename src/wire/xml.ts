import Builder from 'fast-xml-builder';
import type { Refusal } from '../core/calls.js';
import type { Kind, Structure } from './kinds.js';

/** The query protocol's answers (sqs:W22, sqs:W23). */

const namespace = 'http://queue.amazonaws.com/doc/2012-11-05/';

/** Texts are escaped here: the library would leave a carriage return to be normalised away by whoever reads it. */
const builder = new Builder({ processEntities: false, suppressEmptyNode: true, ignoreAttributes: false });

type Elements = Record<string, unknown>;

/** `output` is absent for a call that answers nothing but that it went well. */
export function writeXml(action: string, shape: Structure, output: object | undefined, requestId: string): string {
  return written(`${action}Response`, {
    ...(output !== undefined && { [`${action}Result`]: elements(shape, output as Elements) }),
    ResponseMetadata: { RequestId: escaped(requestId) },
  });
}

export function writeXmlError({ code, status, message, legacy }: Refusal, requestId: string): string {
  return written('ErrorResponse', {
    Error: {
      Type: status < 500 ? 'Sender' : 'Receiver',
      Code: escaped(legacy ?? code),
      Message: escaped(code === 'QueueDoesNotExist' ? noSuchQueue : message),
      Detail: '',
    },
    RequestId: escaped(requestId),
  });
}

/** sqs:W20 */
export const unknownOperation = '<UnknownOperationException/>\n';

/** sqs:E1, which has another text in this protocol */
const noSuchQueue = 'The specified queue does not exist for this wsdl version.';

const written = (root: string, content: Elements): string =>
  builder.build({ '?xml': { '@_version': '1.0' }, [root]: { '@_xmlns': namespace, ...content } });

function elements({ entries }: Structure, value: Elements): Elements {
  const content: Elements = {};
  for (const [name, kind] of entries) if (value[name] !== undefined) addElement(content, name, kind, value[name]);
  return content;
}

function addElement(content: Elements, name: string, kind: Kind, value: unknown): void {
  if (kind.is === 'list') content[kind.element!] = (value as unknown[]).map((item) => node(kind.of, item));
  else if (kind.is === 'table')
    content[kind.element] = Object.entries(value as Elements).map(([key, item]) => ({
      [kind.key]: escaped(key),
      [kind.value]: node(kind.of, item),
    }));
  else content[name] = node(kind, value);
}

const node = (kind: Kind, value: unknown): unknown =>
  kind.is === 'structure' ? elements(kind, value as Elements) : escaped(String(value));

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Characters that XML cannot carry, which no message may hold (sqs:SM4), become the replacement character. */
const escaped = (text: string): string => text.replace(special, (character) => entities[character] ?? '\uFFFD');

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot carry
const special = /[&<>"\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;
