/** What is kept from before ids were scoped by their pack gets its pack, while it is known which one that is. */
import type { Logger } from '../ports/logger.ts';
import type { ScopedIds, Store } from '../ports/store.ts';
import { decodeToken, encodeToken, type Token } from '../requests/token.ts';
import type { Library } from './library.ts';
import { packOf, scopedId } from './scope.ts';

interface Parts {
  readonly library: Library;
  readonly store: Store;
  readonly logger: Logger;
}

/**
 * At the start and after each reload: a pack that comes later may have the same ids, and of a bare one nobody could tell
 * then whose it is. What several packs have already stays as it is, and so does what none has. Never rejects: what it
 * could not do it does next time.
 */
export async function scopeKeptIds({ library, store, logger }: Parts, signal?: AbortSignal): Promise<void> {
  try {
    const rows = await store.scopeIds(scopedIn(library), signal);
    if (rows > 0) logger.info('ids-scoped', { rows });
  } catch (error) {
    logger.error('ids-not-scoped', { error });
  }
}

/** One of an earlier release of the pack stays that one: it says which question was asked. */
function scopedIn(library: Library): ScopedIds {
  const scopedBy = (find: (id: string) => { readonly id: string } | undefined) => (id: string) => {
    const pack = isBare(id) ? packOf(find(id)?.id ?? '') : undefined;
    return pack === undefined ? undefined : scopedId(pack, id);
  };
  const claim = scopedBy(library.claim);
  const question = scopedBy(library.question);
  const scopeToken = (token: Token): Token => {
    if (token.do === 'ask') return { ...token, claim: claim(token.claim) ?? token.claim };
    if (token.do !== 'sides') return token;
    return { ...token, id: (token.of === 'claim' ? claim : question)(token.id) ?? token.id };
  };
  const inCard = (whole: string, quoted: string): string => {
    const token = decodeToken(JSON.parse(quoted));
    return token ? `"token":${JSON.stringify(encodeToken(scopeToken(token)))}` : whole;
  };
  return { claim, question, card: (json) => json.replace(TOKENS, inCard) };
}

/** Neither with its pack nor as a button shortens it. */
const isBare = (id: string): boolean => /^[a-z0-9-]+$/.test(id);

const TOKENS = /"token":("(?:[^"\\]|\\.)*")/g;
