/** Prepositions before which a name is a place rather than somebody; what else places differs with what is asked. */
export const placing = (...more: readonly string[]): ReadonlySet<string> => new Set([...ALWAYS, ...more]);

const ALWAYS = ['in', 'at', 'near', 'into', 'across', 'outside', 'around', 'through', 'via'];
