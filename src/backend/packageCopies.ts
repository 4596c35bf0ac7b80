/** Stands for this copy of the package: two copies in one page share no React context. */
const thisCopy = {};

const key = Symbol.for('react-versori-onboarding.copies');

/** The copies that have mounted a provider in this page. */
function getMountedCopies(): Set<unknown> {
  const known: unknown = Reflect.get(globalThis, key);
  if (known instanceof Set) return known;
  const copies = new Set<unknown>();
  Reflect.set(globalThis, key, copies);
  return copies;
}

/** Tells the other copies of this package that this one has mounted a provider. */
export function markMounted(): void {
  getMountedCopies().add(thisCopy);
}

/** A sentence for the developer whose provider is of another copy; empty if there is none. */
export function explainCopies(): string {
  if ([...getMountedCopies()].every((copy) => copy === thisCopy)) return '';
  return ' There is a provider, but of another copy of react-versori-onboarding: see that one version is installed, and that every import comes from the same build of it ("npm ls react-versori-onboarding").';
}
