/** How the server of Slack answers over HTTP, and how that goes wrong. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { HttpAnswer } from './response-urls.ts';
import { fail } from './web-api.ts';

/** What is sent for a fault, or for the work itself; nothing at all for one that hangs. */
export function act(response: ServerResponse, fault: Fault | undefined, work: () => HttpAnswer): void {
  const answer = outcomeOf(fault, work);
  if (answer === 'nothing') return;
  if (answer === 'hang-up') return void response.destroy();
  if (fault?.kind === 'rate-limit' && fault.retryAfter !== undefined)
    response.setHeader('retry-after', fault.retryAfter);
  const send = () =>
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  if (fault?.kind === 'late') setTimeout(send, fault.ms).unref();
  else send();
}

function outcomeOf(fault: Fault | undefined, work: () => HttpAnswer): HttpAnswer | 'nothing' | 'hang-up' {
  switch (fault?.kind) {
    case undefined:
    case 'late':
      return work();
    case 'hang':
      return 'nothing';
    case 'silence':
      work();
      return 'nothing';
    case 'drop':
      return 'hang-up';
    case 'cut':
      work();
      return 'hang-up';
    case 'error':
      return { status: 200, body: fail(fault.error) };
    case 'rate-limit':
      return { status: 429, body: fail('ratelimited') };
    case 'lost-answer':
      return { ...work(), status: 500 };
    case 'server-error':
      return { status: 500, body: {} };
    default:
      return fault satisfies never;
  }
}

export async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
