import { NASTY } from './nasty.ts';
import { PARSERS } from './parsers.ts';
const cpu = () => { return performance.now(); };
const time = (f: (t: string) => unknown, t: string) => { let best = 1e9; for (let i = 0; i < 7; i++) { const a = cpu(); f(t); best = Math.min(best, cpu() - a); if (best > 60) break; } return best; };
const n = 12000;
for (const [p, f] of Object.entries(PARSERS)) for (const [k, make] of Object.entries(NASTY)) {
  let small = 0, big = 0;
  try { small = time(f, make(n / 2)); big = small > 400 ? NaN : time(f, make(n)); } catch (e) { console.log('THROWS', p, k, String(e).slice(0, 80)); continue; }
  if (big > 4.5 || Number.isNaN(big) || (big>1 && big/small>3)) console.log(p.padEnd(16), k.padEnd(38), small.toFixed(2), big.toFixed(2), (big / small).toFixed(2));
}
