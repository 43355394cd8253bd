/** What a line does: somebody or something new, something else than before, or nothing. */
export type Verdict = 'made' | 'changed' | 'unchanged'

/** How many lines do what. */
export type Counts = Readonly<Record<Verdict, number>>
