/** A large pack as people write one: its files, with the lock that `check` would have written. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBook } from '../src/authoring/format/book.ts';
import { topicToYaml } from '../src/authoring/format/edit.ts';
import { LOCK_FILE, lockToText } from '../src/authoring/format/lock.ts';
import { locked } from '../src/authoring/format/locking.ts';
import { toYaml } from '../src/authoring/format/to-yaml.ts';
import type { WrittenEntry, WrittenFact, WrittenQuestion } from '../src/authoring/format/written.ts';
import type { Pack } from '../src/core/dataset/pack.ts';
import type { Claim, Entity, Event, Question } from '../src/core/dataset/schema.ts';
import type { LargePack } from './large-pack.ts';

/** One of so many facts, and of so many options, is written in the longer form that some of them need. */
const LONGER = 3;

/** One of so many facts is a draft beside them. */
const DRAFTS = 50;

/** Into a folder that is made for it. Throws where the bot would not take what it wrote. */
export async function writeLargePack(folder: string, large: LargePack): Promise<void> {
  for (const [name, text] of filesOf(large)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

export function filesOf({ pack, texts }: LargePack): ReadonlyMap<string, string> {
  const files = new Map(Object.entries(yamlOf(pack)));
  const { book, problems } = readBook({ folder: 'large', name: 'large', files });
  if (!book || problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const { lock, problems: unlocked } = locked(book, texts);
  if (unlocked.length > 0) throw new Error(JSON.stringify(unlocked.slice(0, 3)));
  return files.set(LOCK_FILE, lockToText(lock));
}

function yamlOf(pack: Pack): Readonly<Record<string, string>> {
  const names = new Map(pack.entities.map(({ id, name }) => [id, name]));
  const questions = Map.groupBy(pack.questions, ({ right }) => right.claims[0]);
  const referred = new Set([
    ...pack.claims.flatMap(({ denials }) => denials),
    ...pack.disagreements.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
    ...pack.questions
      .filter((_, at) => at % LONGER === 0)
      .flatMap(({ wrong }) => wrong.flatMap(({ claims }) => claims)),
  ]);
  const longer = new Set(pack.questions.filter((_, at) => at % LONGER === 0));
  const topics = pack.topics.map(({ id, name }) => {
    const entries = pack.claims
      .filter(({ topic }) => topic === id)
      .flatMap((claim, at): readonly WrittenEntry[] => [
        writtenFact(claim, { names, isNamed: referred.has(claim.id), isLonger: at % LONGER === 0 }),
        ...(questions.get(claim.id) ?? []).map((question) => writtenQuestion(question, longer.has(question))),
        ...(at % DRAFTS === 0 ? [{ fact: `${claim.text} So it seems.`, draft: 'true' as const }] : []),
      ]);
    return [`topics/${id}.yaml`, topicToYaml(name, entries)] as const;
  });
  return {
    'pack.yaml': toYaml({ format: '1', title: pack.info.title, about: pack.info.about }),
    'articles.yaml': toYaml(articlesOf(pack)),
    'names.yaml': toYaml({
      people: pack.entities.filter(({ kind }) => kind === 'person').map(named),
      organisations: pack.entities.filter(({ kind }) => kind === 'organisation').map(named),
    }),
    'events.yaml': toYaml(pack.events.map((event) => writtenEvent(event, names))),
    'disagreements.yaml': toYaml(
      pack.disagreements.map(({ title, sides }) => ({
        on: title,
        sides: sides.map(({ says, claims }) => ({ says, facts: claims })),
      })),
    ),
    ...Object.fromEntries(topics),
  };
}

const articlesOf = ({ articles }: Pack) =>
  Object.fromEntries(
    articles.map(({ id, title, publisher, published, url, known, ours }) => [
      id,
      { title, publisher, published, ...(ours ? { ours: 'true' } : { url }), known },
    ]),
  );

const named = ({ name, aliases }: Entity) => ({ [name]: aliases });

type Names = ReadonlyMap<string, string>;

const writtenEvent = ({ id, name, date, entities }: Event, names: Names) => ({
  ...{ event: name, id, when: date.on },
  about: entities.map(({ entity, role }) => `${names.get(entity)} (${role})`),
});

function writtenFact(
  { id, text, entities, events, denials, refuted, importance, receipts }: Claim,
  {
    names,
    isNamed,
    isLonger,
  }: { readonly names: Names; readonly isNamed: boolean; readonly isLonger: boolean },
): WrittenFact {
  return {
    fact: text,
    ...(isNamed ? { id } : {}),
    receipt: receipts.map(({ article, paragraph }) => `${article}#${paragraph}`),
    ...(isLonger
      ? { about: entities.map(({ entity, role }) => `${names.get(entity)} (${role})`), refuted: [...refuted] }
      : {}),
    ...(denials.length > 0 ? { 'denied-by': [...denials] } : {}),
    events: [...events],
    ...(importance === 2 ? {} : { importance: importance === 1 ? '1' : '3' }),
  };
}

const writtenQuestion = (
  { prompt, right, wrong, payoff, fit, difficulty }: Question,
  isLonger: boolean,
): WrittenQuestion => ({
  ...{ question: prompt, right: right.text },
  wrong: wrong.map(({ text, because, claims }) => (isLonger ? { text, because, facts: [...claims] } : text)),
  ...{ payoff, fit },
  difficulty: difficulty === 1 ? '1' : difficulty === 2 ? '2' : '3',
});
