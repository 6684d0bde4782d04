/** What the bot knows. It is replaced as a whole when packs are read again; a request goes on with what it began with. */
import { buildLibrary, type Library } from './dataset/library.ts';
import type { Pack } from './dataset/pack.ts';
import { createFactSearch, type FactSearch } from './facts/search.ts';

export interface Knowledge {
  readonly library: Library;
  readonly search: FactSearch;
}

export function knowledgeOf(packs: readonly Pack[]): Knowledge {
  const library = buildLibrary(packs);
  return { library, search: createFactSearch(library) };
}

export interface KnowledgeHolder extends Knowledge {
  replace(next: Knowledge): void;
}

export function holdKnowledge(first: Knowledge): KnowledgeHolder {
  let current = first;
  return {
    get library() {
      return current.library;
    },
    get search() {
      return current.search;
    },
    replace: (next) => {
      current = next;
    },
  };
}

/**
 * The services with what is known now, for one request or job: records of two libraries are never the same, so that
 * whoever compares some of before a replacement with some of after it finds nothing.
 */
export const asOfNow = <Services extends Knowledge>(services: Services): Services => ({ ...services });
