/** A number from 0 up to, not including, 2³², the same for a text each time: FNV-1a over UTF-16 units, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
