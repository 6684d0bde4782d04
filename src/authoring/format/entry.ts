/** What is written in a pack, with its place, as the other rooms get it. */
import type { z } from 'zod';
import type { WrittenFact, WrittenQuestion } from './written.ts';
import type { WrittenTopic } from './written-pack.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Something written, and where. */
export interface Written<Value> {
  readonly value: Value;
  readonly file: YamlFile;
  readonly path: Path;
}

export interface FactEntry extends Written<z.output<typeof WrittenFact>> {
  readonly kind: 'fact';
  readonly id: string;
  readonly topic: string;
}

export interface QuestionEntry extends Written<z.output<typeof WrittenQuestion>> {
  readonly kind: 'question';
  readonly id: string;
  readonly topic: string;
  /** The fact that it stands under; undefined above the first. */
  readonly under: string | undefined;
}

export type Entry = FactEntry | QuestionEntry;

export interface BookTopic extends Written<z.output<typeof WrittenTopic>> {
  readonly id: string;
  readonly entries: readonly Entry[];
}
