/** A request on a connection of its own, which nothing before it can have broken. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

export const onFreshLine: MakeRequest = (address, init) => {
  const url = new URL(address);
  const { method = 'GET', body, signal } = init;
  const headers = Object.fromEntries(new Headers(init.headers as HeadersInit));
  const answer = Promise.withResolvers<Awaited<ReturnType<MakeRequest>>>();
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  // Without an agent there is no pool from which a connection could be taken.
  const options = {
    method,
    headers,
    agent: false as const,
    ...(signal ? { signal: signal as AbortSignal } : {}),
  };
  const request = send(url, options, async (response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status = 500, headers: given } = response;
      const known = Object.entries(given).map(([name, value]) => [name, String(value)] as [string, string]);
      const text = chunks.length > 0 && status !== 204 ? Buffer.concat(chunks) : null;
      answer.resolve(new Response(text, { status, headers: known }) as Awaited<ReturnType<MakeRequest>>);
    } catch (error) {
      answer.reject(error);
    }
  });
  request.on('error', answer.reject);
  request.end(typeof body === 'string' ? body : undefined);
  return answer.promise;
};
