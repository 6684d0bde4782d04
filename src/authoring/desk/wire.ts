/**
 * What the desk's page and its server tell each other, as JSON. The page imports types only.
 *
 * | request                           | takes            | answers                                        |
 * | --------------------------------- | ---------------- | ---------------------------------------------- |
 * | `GET  /api/state`                 |                  | `State`                                        |
 * | `GET  /api/events`                |                  | a stream of `DeskEvent`                        |
 * | `POST /api/preview`               | `PreviewRequest`, `ListedPreviewRequest` | `Preview`, also of what is half written |
 * | `POST /api/write`                 | `WriteRequest`   | `Written`, or 409 with a `Conflict`            |
 * | `POST /api/undo`                  | `UndoRequest`    | `Written`                                      |
 * | `POST /api/article`               | `ArticleRequest` | `ArticleAnswer`                                |
 * | `GET  /api/proposals?article=…`   | or `?fact=…`     | `Proposals`; nothing of it is written          |
 * | `GET  /api/week`                  |                  | `Week`                                         |
 *
 * Whatever cannot be done is answered with a `Refusal`: 400 for what the page never sends, 404 for what is gone, 409
 * where somebody else changed it meanwhile, 413 where it is too large, 422 where the author has to do something first.
 */
import { z } from 'zod';
import type { ListedKind } from './listed-kinds.ts';
import { Fields, Id, Text } from './wire-fields.ts';
import { LISTED_WRITES, type ListedRef, type ListedState } from './wire-listed.ts';

export type { Fields, Yaml } from './wire-fields.ts';

export type Kind = 'fact' | 'question';

const Kind = z.enum(['fact', 'question']);

/** An entry as the page knows it: which one, and what it said when the page read it. */
export interface Ref {
  readonly kind: Kind;
  readonly id: string;
  /** Of its fields. Where the file says something else by now, a write is answered with a conflict. */
  readonly hash: string;
}

const Ref = z.strictObject({ kind: Kind, id: z.string().min(1).max(200), hash: z.string().max(64) });

// ---------------------------------------------------------------------------------------------------------- the state

export interface State {
  /** Grows with each change. */
  readonly revision: number;
  /** The folder, as the author named it. */
  readonly folder: string;
  readonly pack: PackState;
  readonly counts: Counts;
  readonly articles: readonly ArticleState[];
  readonly topics: readonly TopicState[];
  readonly facts: readonly EntryState[];
  readonly questions: readonly QuestionState[];
  readonly withdrawn: readonly Withdrawn[];
  /** Names, events, disagreements and topics, each kind in the order of its file. */
  readonly listed: readonly ListedState[];
  /** What keeps files or records from being read. What is shown of a broken file is its last good state. */
  readonly problems: readonly FileProblem[];
  /** The rules are being run; until then `findings` are those from before. */
  readonly isChecking: boolean;
  /** All of the lint's, of whatever record; each entry's own are among them. What is accepted is not. */
  readonly findings: readonly FindingState[];
  /** Receipts whose paragraph says something else since the article was replaced. */
  readonly toReread: readonly ToReread[];
  /** Rules that may be accepted for a reason, with what each is for. */
  readonly rules: readonly { readonly id: string; readonly says: string }[];
}

export interface PackState {
  readonly id: string;
  readonly title: string;
  /** As written; undefined where the program says it (`shownAbout`). */
  readonly about?: string | undefined;
  readonly shownAbout: string;
  readonly language: string;
  readonly hash: string;
  /** pack.yaml cannot be read just now, and so not be written. */
  readonly isBroken: boolean;
}

export interface Counts {
  readonly facts: number;
  readonly questions: number;
  readonly drafts: number;
  readonly paragraphs: number;
  /** With no fact and no reason: “Which paragraphs has nobody used?” */
  readonly unused: number;
  /** With what keeps files from being read, and the receipts that wait to be read again. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface ArticleState {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly ours: boolean;
  readonly hash: string;
  /** False where its text is not on this machine: then `paragraphs` have no text. */
  readonly hasText: boolean;
  readonly paragraphs: readonly ParagraphState[];
}

export interface ParagraphState {
  /** From 1; `leave#4` is paragraph 4. */
  readonly number: number;
  readonly text?: string | undefined;
  /** A title or a heading: too short to say anything that could be checked. */
  readonly isHeading: boolean;
  /** Facts that rest on it, drafts too. */
  readonly facts: readonly string[];
  readonly leftOut: readonly LeftOutState[];
}

export interface LeftOutState {
  readonly reason: LeftOutReason;
  readonly what: string;
}

export const LEFT_OUT_REASONS = [
  'title',
  'advert',
  'site-furniture',
  'boilerplate',
  'opinion',
  'satire',
  'outside-the-story',
  'private-detail-of-a-child',
] as const;

export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface TopicState {
  readonly id: string;
  readonly name: string;
  readonly facts: number;
  readonly questions: number;
  /** Its file cannot be read just now, and so not be written; `problems` says where. */
  readonly isBroken: boolean;
}

export interface EntryState extends Ref {
  readonly topic: string;
  readonly draft: boolean;
  /** All that is written, `draft` and `id` among it. */
  readonly fields: Fields;
  /** In its topic file. */
  readonly line: number;
  /** Where its receipts lead: the spots as they are written. */
  readonly receipts: readonly ReceiptState[];
  /** Ids of the questions that stand under it, in order. */
  readonly questions: readonly string[];
  /** It cannot be read as a fact or question yet; `problems` says why. */
  readonly isUnread: boolean;
}

export interface QuestionState extends Omit<EntryState, 'questions' | 'receipts'> {
  /** The fact that it stands under. */
  readonly under?: string | undefined;
  /** All the facts that it rests on, that one first. */
  readonly facts: readonly string[];
  readonly isReleased: boolean;
}

export interface ReceiptState {
  /** `leave#4`, `leave#"Whoever starts"` */
  readonly spot: string;
  readonly article: string;
  /** Undefined where it leads nowhere yet. */
  readonly paragraph?: number | undefined;
}

export interface Withdrawn {
  readonly id: string;
  readonly reason: string;
  /** Its prompt, where the desk still has it, so that it can be asked again. */
  readonly question?: string | undefined;
}

export interface FileProblem {
  /** In the pack’s folder: `topics/days-off.yaml`. */
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly record: string;
  readonly field: string;
  /** What was expected there: “a closing quote: here one is opened”. */
  readonly expected: string;
}

export interface FindingState extends FileProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** The entry that it is about; undefined where it is about something else. */
  readonly on?: Pick<Ref, 'kind' | 'id'> | undefined;
  /** The words of the field that it is about. */
  readonly words?: string | undefined;
  /** False for what protects people, and for what is no matter of taste. */
  readonly mayBeAccepted: boolean;
}

export interface ToReread {
  readonly fact: string;
  readonly spot: string;
  readonly article: string;
  /** Where it stands now; undefined where nothing is left of it. */
  readonly paragraph?: number | undefined;
  /** What the paragraph says now. */
  readonly says?: string | undefined;
  /** What it said before, where that is at hand. */
  readonly was?: string | undefined;
}

/** `hello` comes first, and after each reconnection. */
export type DeskEvent =
  | { readonly type: 'hello'; readonly build: string; readonly revision: number }
  | { readonly type: 'changed'; readonly revision: number };

// --------------------------------------------------------------------------------------------------------- the preview

/** An entry that is being written; `entry` is the one it would take the place of. */
export const PreviewRequest = z.strictObject({
  kind: Kind,
  entry: Ref.optional(),
  /** The topic that a new one would go to: one that there is. */
  topic: Id.optional(),
  /** The fact that a new question would stand under. */
  under: Id.optional(),
  fields: Fields,
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

export interface Preview {
  /** Of a fact. */
  readonly fact?: ShownCard | undefined;
  /** Of a question. */
  readonly open?: ShownCard | undefined;
  readonly reveal?: ShownCard | undefined;
  /** Of a disagreement, under the first fact of its first side. */
  readonly sides?: ShownCard | undefined;
  /** Stands in the cards for what is not written yet: “Your question”, “A wrong option”. */
  readonly isPartial: boolean;
  /** What this entry lacks to be told or asked. */
  readonly problems: readonly EntryProblem[];
  /** What the rules say of it, in the whole pack. */
  readonly findings: readonly EntryFinding[];
  readonly receipts: readonly ReceiptState[];
  readonly ms: number;
}

export interface EntryProblem {
  /** `question`, `wrong.2`, `receipt`; counted from 1. */
  readonly field: string;
  readonly expected: string;
}

export interface EntryFinding extends EntryProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly words?: string | undefined;
  /** Why it is accepted already. */
  readonly accepted?: string | undefined;
  /** The other entry that a rule finds fault with because of this one. */
  readonly elsewhere?: Pick<Ref, 'kind' | 'id'> | undefined;
  readonly mayBeAccepted: boolean;
}

/** A card as the page of the bot draws it: the payload that each platform’s renderer made, by the face’s name. */
export interface ShownCard {
  /** When it is posted, and so from when its times are told. */
  readonly at: number;
  /** `discord`, `slack`. */
  readonly payloads: Readonly<Record<string, unknown>>;
  /** The plain text of it. */
  readonly text: string;
  /** The same as it is read out: “link” for an address. */
  readonly spoken: string;
  /** What buttons are called that show a letter only, by their token. */
  readonly names: Readonly<Record<string, string>>;
}

// ---------------------------------------------------------------------------------------------------------- the writing

/** Facts that a fact denies, all of them: written as `denied-by` at those. Left out, these stay as they are. */
const Denies = z.array(z.string().min(1).max(200)).max(50).optional();

export const WriteRequest = z.discriminatedUnion('do', [
  /** A new entry, at the end of its topic; a question `under` its fact, behind those that stand there. */
  z.strictObject({
    do: z.literal('create'),
    kind: Kind,
    /** One that there is, or the name of a new one; not needed for a question under a fact. */
    topic: z.union([z.strictObject({ id: Id }), z.strictObject({ name: Text })]).optional(),
    under: Id.optional(),
    fields: Fields,
    denies: Denies,
  }),
  /** All fields as they are to be: one that is left out is taken out of the file. */
  z.strictObject({ do: z.literal('change'), entry: Ref, fields: Fields, denies: Denies }),
  /** A fact with questions under it goes only with them: without `withQuestions` it is refused, which names them. */
  z.strictObject({ do: z.literal('delete'), entry: Ref, withQuestions: z.boolean().optional() }),
  /** Takes out the line `draft: true`. */
  z.strictObject({ do: z.literal('accept'), entry: Ref }),
  /** Makes it a draft again. */
  z.strictObject({ do: z.literal('draft'), entry: Ref }),
  /** Never ask this question: withdrawn with the reason where others may have been asked it, else deleted. */
  z.strictObject({ do: z.literal('never'), entry: Ref, reason: Text.max(240).optional() }),
  /** Asks a withdrawn one again, where the desk still has it. */
  z.strictObject({ do: z.literal('again'), id: Id }),
  /** What a rule finds of it stays, for a reason; an empty reason takes that back. */
  z.strictObject({ do: z.literal('waive'), entry: Ref, rule: Id, reason: z.string().max(240) }),
  /** No fact rests on the paragraph, because; `reason: null` takes that back. */
  z.strictObject({
    do: z.literal('leave-out'),
    article: Id,
    paragraph: z.int().min(1).max(100_000),
    reason: z.enum(LEFT_OUT_REASONS).nullable(),
    what: z.string().max(200).optional(),
  }),
  /** An empty `about` takes it out. */
  z.strictObject({
    do: z.literal('pack'),
    hash: z.string(),
    title: Text.max(100),
    about: z.string().max(120),
  }),
  /** What articles.yaml says of it; an empty text takes a field out. */
  z.strictObject({
    do: z.literal('article'),
    id: Id,
    hash: z.string(),
    title: Text.max(200),
    publisher: Text.max(80),
    author: z.string().max(80).optional(),
    published: z.string().max(40).optional(),
    url: z.string().max(500).optional(),
    ours: z.boolean().optional(),
  }),
  /** An article that no fact rests on, with its text. */
  z.strictObject({ do: z.literal('take-out'), article: Id, hash: z.string() }),
  /** What changed in the articles was read, and the facts still hold. */
  z.strictObject({ do: z.literal('reread') }),
  ...LISTED_WRITES,
]);
export type WriteRequest = z.infer<typeof WriteRequest>;

export interface Written {
  readonly revision: number;
  /** What was done, in a sentence: “Accepted.”, “Withdrawn, since it was released.” */
  readonly said: string;
  /** The entry as it is now, under the id that it has now. */
  readonly entry?: Ref | undefined;
  readonly topic?: string | undefined;
  /** What was listed, as it is now. */
  readonly listed?: ListedRef | undefined;
  /** Takes it back: to `POST /api/undo`, as long as nobody changed the same lines. */
  readonly undo?: string | undefined;
}

export const UndoRequest = z.strictObject({ undo: z.string().min(1).max(40) });
export type UndoRequest = z.infer<typeof UndoRequest>;

/** What could not be done and why, and what to do: a sentence or two. */
export interface Refusal {
  readonly error: string;
  /** What is wrong with the entry itself, for its form. */
  readonly fields?: readonly EntryProblem[] | undefined;
  /** Where a file has to be mended first. */
  readonly problems?: readonly FileProblem[] | undefined;
  /** Where it would take others with it: the questions under a fact, the facts that name what is listed. */
  readonly with?: readonly string[] | undefined;
  readonly conflict?: Conflict | undefined;
}

/** Somebody else changed the same entry since the page read it. Both versions stand here; nothing was written. */
export interface Conflict {
  /** Undefined where it was to be deleted, accepted … as it stood. */
  readonly mine?: Fields | undefined;
  /** Undefined where it is gone. */
  readonly theirs?: Fields | undefined;
  /** To write mine all the same: the same request with this. Undefined where it is gone: create it anew. */
  readonly entry?: (Pick<Ref, 'id' | 'hash'> & { readonly kind: Kind | ListedKind }) | undefined;
  /** The same for what is no entry: pack, article. */
  readonly hash?: string | undefined;
}

// -------------------------------------------------------------------------------------------------------- the proposals

export interface Proposals {
  readonly proposals: readonly Proposal[];
  /** Why there are none, or none of one kind; undefined where there are some. */
  readonly said?: string | undefined;
}

/** To be taken, made true and good, and written with `create`. */
export interface Proposal {
  readonly kind: Kind;
  /** With `draft: 'true'`. */
  readonly fields: Fields;
  /** The fact that a question would stand under. */
  readonly under?: string | undefined;
  /** Where a fact was found. */
  readonly paragraph?: number | undefined;
}

// ------------------------------------------------------------------------------------------------------------- the week

/** What a channel that begins today would be asked. */
export interface Week {
  readonly days: readonly Day[];
  /** How many questions a daily has to choose from, and so how many mornings until it starts over. */
  readonly pool: number;
  /** Why there is nothing to ask yet. */
  readonly said?: string | undefined;
}

export interface Day {
  /** `2026-11-23` */
  readonly date: string;
  readonly question: Ref;
  readonly open: ShownCard;
  readonly reveal: ShownCard;
}
