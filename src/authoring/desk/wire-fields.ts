/** What the files of a pack hold, as the desk's page and its server hand it to each other. */
import { z } from 'zod';

/** What stands in a YAML file: text, lists and maps. There are no numbers: `1871` is what was typed. */
export type Yaml = string | readonly Yaml[] | { readonly [field: string]: Yaml };

const Yaml: z.ZodType<Yaml> = z.lazy(() =>
  z.union([z.string().max(2_000), z.array(Yaml).max(200), z.record(z.string().max(200), Yaml)]),
);

/**
 * An entry as its author writes it, with the names of `docs/packs.md`: `fact`, `receipt`, `about`, `when`, `denied-by` …
 * or `question`, `right`, `wrong`, `payoff`, `also` … Empty texts, lists and maps count as not written, so that a form
 * can be sent as it stands. What a page does not know it hands back as it got it.
 */
export type Fields = Readonly<Record<string, Yaml>>;

export const Fields = z.record(z.string().max(40), Yaml);

export const Id = z.string().min(1).max(60);
export const Text = z.string().min(1).max(400);
