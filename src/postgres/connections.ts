/** What every connection to PostgreSQL is held to, the store's and the queue's alike. */
import { Client, type ClientBase } from 'pg';

/** A line that went silent without closing would keep its query, and the tick behind it, for ever. */
const ANSWER_WITHIN_MS = 15_000;

/** Nothing here waits inside a transaction: one that idles belongs to a process that hangs, and holds rows. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/** pg leaves a connection whose query timed out waiting for its answer, and every later query waits behind it. */
class ImpatientClient extends Client {
  override query: Client['query'] = ((...given: Parameters<Client['query']>) => {
    const answer: unknown = super.query(...given);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout') this.hangUp();
      });
    return answer;
  }) as Client['query'];

  private hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  }
}

/**
 * Options of a pool. The server gives up a little before we do: a query that only we gave up would wait on in there,
 * for a lock that somebody holds, and take one of the server's connections while the pool opens another.
 */
export const connectionLimits = (answerWithinMs = ANSWER_WITHIN_MS) => ({
  query_timeout: answerWithinMs,
  keepAlive: true,
  Client: ImpatientClient,
  // By statements, because a pooler in between refuses them as parameters of the start.
  onConnect: (client: ClientBase) =>
    client.query(
      limitsInSession({
        idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
        statement_timeout: Math.floor(answerWithinMs * 0.9),
        lock_timeout: Math.floor(answerWithinMs * 0.8),
      }),
    ),
});

export type ConnectionLimits = ReturnType<typeof connectionLimits>;

const limitsInSession = (limits: Readonly<Record<string, number>>): string =>
  Object.entries(limits)
    .map(([name, ms]) => `set ${name} = ${ms}`)
    .join('; ');
