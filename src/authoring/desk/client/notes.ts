/** What is to be said of an entry that is shown or written: what it still lacks, and what the rules find. */
import { createContext, use } from 'react';
import type { EntryFinding, Fields, FindingState, Preview } from '../wire.ts';
import { useDesk } from './desk.ts';
import { wrongSentAs } from './fields.ts';
import { inWords, type Key } from './forms.ts';
import type { ShownPreview } from './use-preview.ts';
import { sentence } from './words.ts';

export interface Note {
  /** Of its element, so that a field can refer to it. */
  readonly id: string;
  readonly field: string;
  readonly expected: string;
  readonly words?: string | undefined;
  readonly grade: 'needed' | FindingState['severity'];
  /** Undefined for what is lacking: that cannot be kept so. */
  readonly rule?: string | undefined;
  /** Why it is kept already. */
  readonly accepted?: string | undefined;
  readonly mayBeAccepted: boolean;
  readonly elsewhere?: EntryFinding['elsewhere'];
}

export const notesOf = ({ problems, findings }: Preview): readonly Note[] => [
  ...problems.map(({ field, expected }, at) => ({
    ...{ id: `needed-${at}`, field, expected },
    ...{ grade: 'needed' as const, mayBeAccepted: false },
  })),
  ...findings.map(({ severity, ...finding }, at) => ({ id: `finding-${at}`, grade: severity, ...finding })),
];

export const PreviewContext = createContext<ShownPreview | undefined>(undefined);

export interface FieldNotes {
  readonly marks: readonly string[];
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  /** What the rules find of it, in sentences; what is missing still is no fault yet. */
  readonly found: readonly string[];
}

/** What the field of a form hears of its notes. */
export function useFieldNotes(key: Key): (field: string) => FieldNotes {
  const shown = use(PreviewContext);
  const { server } = useDesk();
  const notes = shown?.shown.key === key && shown.preview ? notesOf(shown.preview) : [];
  return (field) => {
    const own = notes.filter((note) => note.field === field && note.accepted === undefined);
    return {
      marks: own.flatMap(({ words }) => words ?? []),
      describedBy: own.map(({ id }) => id).join(' ') || undefined,
      isWrong: own.some(({ grade }) => grade === 'error'),
      found: own
        .filter(({ grade, elsewhere }) => grade !== 'needed' && grade !== 'note' && !elsewhere)
        .map(({ expected }) => sentence(inWords(expected, server))),
    };
  };
}

/** Whether it lacks something without which it cannot be told or asked. */
export function useIsIncomplete(key: Key): boolean {
  const shown = use(PreviewContext);
  return shown?.shown.key === key && (shown.preview?.problems.length ?? 0) > 0;
}

/** The name under which a wrong answer’s findings come: those that are empty are not counted. */
export const wrongField = (fields: Fields, at: number): string => `wrong.${wrongSentAs(fields, at)}`;
