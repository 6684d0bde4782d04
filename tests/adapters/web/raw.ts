/** A request as `fetch` would not send it: any method, any header, and left in the middle. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** So many connections at once; each for one request, since a server that stops cuts those that wait for another. */
const agent = new Agent({ maxSockets: 50 });

export interface Raw {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** As written: `fetch` and `URL` would tidy it up. */
  readonly path?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export const ask = (address: string, { method = 'GET', headers = {}, body, path }: Raw = {}) =>
  new Promise<RawAnswer>((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(address);
    const options = { hostname, port, path: path ?? `${pathname}${search}`, method, headers, agent };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Resolves when the connection is gone: as soon as the request was sent, was answered, or was answered at length. */
export const leaveAt = (address: string, when: 'sent' | 'answered' | 'told') =>
  new Promise<void>((resolve) => {
    const sent = request(address, { agent: false }, (response) => {
      response.on('error', () => undefined);
      if (when === 'answered') sent.destroy();
      response.once('data', () => sent.destroy());
    });
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.end(() => when === 'sent' && setImmediate(() => sent.destroy()));
  });
