/**
 * What was compiled once is compiled no more. `npm start` loads it before `main.ts`, so that no types have to be stripped
 * from that one either: what strips them takes a tenth of a second and 12 MiB. Plain JavaScript for the same reason, and so
 * that a Node too old for the rest can still say so.
 */
import * as nodeModule from 'node:module';

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `Receipts needs Node 24 or newer, and this is ${process.version}. Run npm ci again with this one: it brings a Node along that will do.\n`,
  );
  process.exit(1);
}

nodeModule.enableCompileCache();
