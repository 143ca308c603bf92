/** The endpoint cannot be used at all. The message is one sentence for whoever gave the URL. */
export class EndpointError extends Error {
  override name = 'EndpointError';
}

/** This run came to nothing; others on the same endpoint may not. */
export class RunLost extends EndpointError {
  override name = 'RunLost';
}

/** The server does not answer, or no longer. */
export class EndpointGone extends EndpointError {
  override name = 'EndpointGone';
}

/** The URL as it is. @throws EndpointError if it is none, or one of AWS itself */
export function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new EndpointError(`"${text}" is not a URL that begins with http:// or https://`);
  }
  if (awsHost.test(url.hostname)) {
    throw new EndpointError(
      `${text} is AWS itself, where every request is billed: say --endpoint aws --region R --yes-this-costs-money if you mean it`,
    );
  }
  return text;
}

const awsHost = /(^|\.)(amazonaws\.(com|com\.cn|eu)|amazonwebservices\.com\.cn|api\.aws)\.?$/;
