const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot carry
const special = /[&<>"'\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

/** Text for HTML and XML, also within the quotes of an attribute; what XML cannot carry becomes the replacement character. */
export const escaped = (text: string): string => text.replace(special, (character) => entities[character] ?? '\uFFFD');
