/** Rows of a sheet kept as text, each with the line on which it begins. */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem } from './reading.ts';

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Its rows, or the one thing that keeps them from being read. */
export type Rows = { readonly rows: readonly Row[] } | { readonly problem: ImportProblem };

/** A sheet none of whose cells begins with a quotation mark was written without quoting: its marks are words. */
export function rowsOf(text: string, delimiter: string, comment: string | null = null): Rows {
  const isQuoted = text
    .split('\n')
    .some((line) => line.split(delimiter).some((cell) => cell.startsWith('"')));
  const rows: Row[] = [];
  try {
    parse(text, {
      comment,
      comment_no_infix: true,
      delimiter,
      quote: isQuoted ? '"' : null,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: readonly string[], { lines }) {
        if (cells.some((cell) => cell.trim() !== ''))
          rows.push({
            line: lines - cells.join('').split('\n').length + 1,
            cells: cells.map((cell) => cell.trim()),
          });
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines: line } = error;
    return { problem: { line: typeof line === 'number' ? line : undefined, says: QUOTES } };
  }
}

const QUOTES =
  'the quotation marks of a cell do not match: put the whole cell into quotation marks and double those inside it, or save the sheet as CSV again';
