/** What somebody can ask a programme's manager for about his own record. */
export const RECORD_REQUESTS = ['correction', 'erasure'] as const
export type RecordRequestKind = (typeof RECORD_REQUESTS)[number]
