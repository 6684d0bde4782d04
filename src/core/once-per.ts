/** For what follows from a thing that never changes and takes time to find: found at the first call, kept as long as it. */
export function oncePer<Thing extends object, Found>(find: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, { readonly found: Found }>();
  return (thing) => {
    const kept = known.get(thing) ?? { found: find(thing) };
    known.set(thing, kept);
    return kept.found;
  };
}
