/**
 * Properties are tried on the same invented values in every run, so that a run that fails does so again. CHANCE=7 tries
 * others: `for n in $(seq 50); do CHANCE=$n npm run check; done` looks for what nobody has thought of.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.CHANCE ?? 1) });
