/** Files on their way: an address for each, to which its content is sent, and then it can be shared. */
import { z } from 'zod';
import type { Answer, Args } from './web-api.ts';

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

interface Upload {
  readonly name: string;
  readonly length: number;
  text?: string;
}

const Completed = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1);

export class Uploads {
  readonly #uploads = new Map<string, Upload>();
  readonly #addressOf: (id: string) => string;

  constructor(addressOf: (id: string) => string) {
    this.#addressOf = addressOf;
  }

  open({ filename = '', length = '' }: Args): Answer {
    if (filename === '' || !/^[1-9]\d*$/.test(length)) return { ok: false, error: 'invalid_arguments' };
    const id = `F${this.#uploads.size + 1}`;
    this.#uploads.set(id, { name: filename, length: Number(length) });
    return { ok: true, upload_url: this.#addressOf(id), file_id: id };
  }

  /** False where it is not what was said. */
  take(id: string, content: string): boolean {
    const upload = this.#uploads.get(id);
    if (!upload || Buffer.byteLength(content) !== upload.length) return false;
    upload.text = content;
    return true;
  }

  /** Undefined where one of them was never sent. */
  complete(files: unknown): readonly SharedFile[] | undefined {
    const asked = Completed.safeParse(files).data;
    const shared = asked?.flatMap(({ id, title }) => {
      const { name, text } = this.#uploads.get(id) ?? {};
      return name === undefined || text === undefined ? [] : [{ id, name, title: title ?? name, text }];
    });
    return shared?.length === asked?.length ? shared : undefined;
  }
}
