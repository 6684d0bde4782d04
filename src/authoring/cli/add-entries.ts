/** Entries that a verb found become drafts in a topic file, behind what stands there. */
import { topicToYaml, withEntries } from '../format/edit.ts';
import { slugOf } from '../format/slug.ts';
import type { WrittenEntry } from '../format/written.ts';
import { put } from '../put-file.ts';
import type { OpenPack } from './open-pack.ts';

/** Says above the entries of a new file what they are. */
const DRAFTS = `# Drafts are never told and never asked. Read each one, make it true and good,
# then take out its line “draft: true”; throw away what is not worth it.
`;

/** Where they were written. */
export async function addEntries(
  { folder, book }: OpenPack,
  topic: { readonly id?: string; readonly name?: string },
  entries: readonly WrittenEntry[],
): Promise<string> {
  const id = topic.id ?? slugOf(topic.name ?? 'drafts');
  const there = book.topics.find((one) => one.id === id);
  const name = `topics/${id}.yaml`;
  const text = there ? withEntries(there.file, entries) : topicToYaml(topic.name ?? id, entries, DRAFTS);
  await put(folder, name, text);
  return `${folder}/${name}`;
}
