/** What each request to write comes to. */
import type { Snapshot } from '../snapshot.ts';
import type { WriteRequest } from '../wire.ts';
import type { Change, NeverAsked } from './change.ts';
import { accept, change, create, draft, erase, waive } from './entries.ts';
import { list, unlist } from './listed.ts';
import { again, never } from './never.ts';
import { article, leaveOut, pack } from './particulars.ts';
import { synced } from './reread.ts';
import { takeOut } from './take-out.ts';

/** `kept`: the question that is to be asked again, where the desk still has it. Throws a `Refused` where it cannot be done. */
export function planned(now: Snapshot, request: WriteRequest, kept: NeverAsked | undefined): Change {
  switch (request.do) {
    case 'create':
      return create(now, request);
    case 'change':
      return change(now, request);
    case 'delete':
      return erase(now, request);
    case 'accept':
      return accept(now, request);
    case 'draft':
      return draft(now, request);
    case 'waive':
      return waive(now, request);
    case 'never':
      return never(now, request);
    case 'again':
      return again(now, request, kept);
    case 'leave-out':
      return leaveOut(now, request);
    case 'pack':
      return pack(now, request);
    case 'article':
      return article(now, request);
    case 'take-out':
      return takeOut(now, request);
    case 'reread':
      return synced(now, { accept: true });
    case 'list':
      return list(now, request);
    case 'unlist':
      return unlist(now, request);
    default:
      return request satisfies never;
  }
}
