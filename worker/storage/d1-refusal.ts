/** Why the database did not answer. The statement may or may not have been carried out; repeating is safe. */
export type D1Refusal = 'busy' | 'timeout' | 'reset' | 'connection-lost' | 'locked' | 'internal' | 'quota'

/** D1's documented errors, then those of SQLite and of the runtime that mean the same; the first match counts. */
const PHRASES: readonly (readonly [D1Refusal, RegExp])[] = [
  ['busy', /\boverloaded\b|requests queued|too many requests/i],
  ['timeout', /exceeded (?:its |the )?(?:cpu )?(?:time ?out|time limit)|^D1_\w*ERROR.*\btim(?:e|ed) ?out\b/i],
  ['reset', /object to be reset|and was reset|\breset because\b|durable object reset/i],
  [
    'connection-lost',
    /network connection lost|client disconnected|replica disconnected|cannot resolve d1|transient issue|connection (?:was )?(?:closed|reset)/i,
  ],
  ['locked', /database (?:table )?is (?:locked|busy)|SQLITE_(?:BUSY|LOCKED)/i],
  ['quota', /exceeded D1's|exceeded maximum DB size|SQLITE_FULL/i],
  ['internal', /\binternal error\b|SQLITE_(?:IOERR|NOMEM|PROTOCOL|INTERRUPT)/i],
]

/** Finds a refusal by the database in an error, its causes or its parts; null for any other error. */
export function d1RefusalOf(error: unknown): D1Refusal | null {
  for (const each of withCauses(error)) {
    const [refusal] = PHRASES.find(([, phrase]) => phrase.test(ownMessage(each))) ?? []
    if (refusal) return refusal
    // The runtime's own marks on an error of a Durable Object, which D1 is.
    if ('overloaded' in each && each.overloaded === true) return 'busy'
    if ('retryable' in each && each.retryable === true) return 'reset'
  }
  return null
}

/** The error, its causes, and the parts of an AggregateError with theirs. */
export function withCauses(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 8) return []
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : []
  return [error, ...[error.cause, ...parts].flatMap((each) => withCauses(each, depth + 1))]
}

/** Drizzle's message holds the query and its values: anybody could have typed “overloaded” there. */
export function ownMessage({ message }: Error): string {
  return message.startsWith('Failed query:') ? '' : message
}
