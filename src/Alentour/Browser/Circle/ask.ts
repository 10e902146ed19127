// Asks the house for a page and reads it as a document. XMLHttpRequest does so by itself: no string is ever made into HTML here, so that the
// policy of Trusted Types has nothing to allow.

const longestWait = 15000;
const tooMany = 429;
const broken = 500;

export interface Answer {
  readonly status: number;
  /** Where the answer came from in the end. */
  readonly address: URL;
  readonly page: Document;
}

/** Fails when nothing comes back, or nothing that the house itself would say. */
export function ask(address: string, fields?: URLSearchParams): Promise<Answer> {
  return new Promise((answered, failed) => {
    const request = new XMLHttpRequest();
    request.open(fields ? "POST" : "GET", address);
    request.responseType = "document";
    request.timeout = longestWait;
    request.onerror = request.ontimeout = request.onabort = () => failed(new Error(address));
    request.onload = () => {
      const { status, response, responseURL } = request;
      if (!response || status >= broken || status === tooMany) failed(new Error(address));
      else answered({ status, address: new URL(responseURL || address, location.href), page: response });
    };
    request.send(fields);
  });
}
