import { LOOKS_A_PAGE, MAILS_A_PAGE, type RecordExtent } from '../../storage/record/record.ts'
import type { AppContext } from '../context.ts'

/** How many lines of the log one page computes again by itself, and when somebody asks for all. */
const CHECKED_BY_A_PAGE = 400
const MOST_CHECKED = 10_000

/** More than a year has, which is as long as they are kept. */
const ALL_LOOKS = 20_000
const ALL_MAILS = 5000

/** For a press, which reads only where its owner is. */
export const BRIEF: RecordExtent = { before: null, looks: 0, mails: 0, checks: 0 }

/** For a file, which leaves nothing out. */
export const WHOLE: RecordExtent = { before: null, looks: ALL_LOOKS, mails: ALL_MAILS, checks: MOST_CHECKED }

export function checksAll(c: AppContext): boolean {
  return c.req.query('seals') === 'all'
}

/** What a page shows: the latest, or what is below a line of the log; with `seals=all` every seal is computed again. */
export function extentOf(c: AppContext): RecordExtent {
  const text = c.req.query('before') ?? ''
  return {
    before: /^\d{1,15}$/.test(text) ? Number(text) : null,
    ...{ looks: LOOKS_A_PAGE, mails: MAILS_A_PAGE },
    checks: checksAll(c) ? MOST_CHECKED : CHECKED_BY_A_PAGE,
  }
}
