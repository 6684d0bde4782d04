/** What outlives a reload. A browser may forbid storage; then a choice lasts as long as the page. */

type Area = 'localStorage' | 'sessionStorage';

export function readSaved<Value extends string>(
  area: Area,
  key: string,
  known: readonly Value[],
): Value | undefined {
  try {
    const saved = window[area].getItem(key);
    return known.find((value) => value === saved);
  } catch {
    return undefined;
  }
}

export function save(area: Area, key: string, value: string): void {
  try {
    window[area].setItem(key, value);
  } catch {}
}
