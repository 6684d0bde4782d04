/** The desk's server, as `npm run pack -- watch` starts it. */
import { startDesk } from '../../../../src/authoring/desk/server.ts';
import { faces, invented } from '../../../../src/faces.ts';

export interface OpenDesk {
  /** With the key: "http://127.0.0.1:4747/?key=…" */
  readonly address: string;
  close(): Promise<void>;
}

export const openDesk = (folder: string, port = 0): Promise<OpenDesk> =>
  startDesk({
    ...{ folder, port },
    showing: { faces, people: invented, now: Date.now },
    tell() {},
  });
