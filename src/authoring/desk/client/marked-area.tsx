/**
 * A field for text that grows with it and marks words that a rule finds. The marks lie behind the text: a field cannot
 * hold any itself, so the same words are set once more in a layer of the same size, which also makes the field grow.
 */
import { type ReactNode, useId } from 'react';

interface MarkedAreaProps {
  readonly label: ReactNode;
  readonly value: string;
  /** Said under the label. */
  readonly hint?: ReactNode;
  /** By which the page finds it, to give it the focus. */
  readonly focus?: string;
  /** Where its findings are told. */
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
  /** Words to mark where they stand in it. */
  readonly marks?: readonly string[];
  /** What is found of it; `describedBy` tells the same to those who cannot see it. */
  readonly found?: readonly string[];
  /** How many characters it should have at most; said once it gets near. */
  readonly most?: number;
  readonly isLarge?: boolean;
  /** One a line; else it is one sentence after the other, and lines do not count. */
  readonly isList?: boolean;
  readonly placeholder?: string;
  change(value: string): void;
}

export function MarkedArea(props: MarkedAreaProps) {
  const {
    label,
    value,
    hint,
    focus,
    describedBy,
    isWrong,
    marks = [],
    found = [],
    most,
    isLarge,
    isList,
    placeholder,
    change,
  } = props;
  const id = useId();
  const isNear = most !== undefined && value.length > most * 0.8;
  const described = [hint ? `${id}-hint` : '', isNear ? `${id}-count` : '', describedBy ?? ''];
  return (
    <div className={isLarge ? 'field field-large' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <div className="marked">
        <div className="marks" aria-hidden="true">
          {marked(value, marks)}
          {/* A line that has just begun has a height too. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          rows={1}
          value={value}
          placeholder={placeholder}
          data-focus={focus}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          aria-invalid={isWrong || undefined}
          onChange={({ target }) => change(isList ? target.value : target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isList) event.preventDefault();
          }}
        />
      </div>
      {found.map((words) => (
        <p key={words} className="field-note" aria-hidden="true">
          {words}
        </p>
      ))}
      {isNear ? (
        <p id={`${id}-count`} className={value.length > most ? 'count count-over' : 'count'}>
          {value.length} of {most} characters
        </p>
      ) : null}
    </div>
  );
}

/** The whole field is never marked: that it is meant is clear. */
export function marked(text: string, marks: readonly string[]): ReactNode[] {
  const words = marks.filter((one) => one !== '' && one !== text).toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return [text];
  const any = new RegExp(`(${words.map(escaped).join('|')})`, 'giu');
  return text.split(any).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no ids
    at % 2 === 1 ? <mark key={at}>{part}</mark> : part,
  );
}

export const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
