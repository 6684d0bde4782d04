/** A request as the page sends it, or as somebody else would. */
export const JSON_TYPE = { 'content-type': 'application/json' };

export async function send(url: string, body: unknown, headers: Record<string, string> = JSON_TYPE) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, { method: 'POST', headers, body: text });
  const answer = (await response.json()) as { error?: string };
  return { status: response.status, error: answer.error ?? '' };
}
