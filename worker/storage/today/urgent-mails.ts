import { and, eq, gt, sql } from 'drizzle-orm'

import { outbox } from '../../../schema/index.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { UrgentLetter } from '../../domain/letter/letter.ts'
import { textOf, threadWithin, validUntilOf } from '../../domain/letter/thread.ts'
import { before } from '../../domain/time/time.ts'
import { type Told, TOLD_WITHIN_MS } from '../../domain/today/urgent-mail.ts'
import type { Platform } from '../../platform.ts'
import { openAll, sealLetter } from '../letter/sealed.ts'

/** The urgent mails that were written to somebody lately, the latest first. */
export async function listUrgentMails(platform: Platform, personId: PersonId): Promise<readonly Told[]> {
  const { db, now } = platform
  const rows = await db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        gt(outbox.createdAt, before(now(), TOLD_WITHIN_MS)),
        sql`json_extract(${outbox.letter}, '$.kind') = 'urgent'`,
      ),
    )
    .orderBy(sql`${outbox.createdAt} DESC, rowid DESC`)
  const opened = await openAll(platform, rows)
  return opened.flatMap((row) => textOf(row).map((letter) => ({ ...row, letter })))
}

/** Adds lines to a mail that has not left. One that is tried meanwhile stays as it is. */
export async function addLines(
  platform: Platform,
  letter: UrgentLetter,
  lines: UrgentLetter['lines'],
): Promise<void> {
  const longer: UrgentLetter = { ...letter, lines: [...letter.lines, ...lines] }
  const programmes = longer.lines.map(({ programmeId }) => programmeId)
  const { db, now } = platform
  await db
    .update(outbox)
    .set({
      letter: await sealLetter(platform, letter.id, longer),
      validUntil: validUntilOf(longer),
      thread: threadWithin(longer, programmes),
    })
    .where(
      and(
        eq(outbox.id, letter.id),
        sql`${outbox.state} = 'waiting' AND ${outbox.attempts} = 0 AND ${outbox.lease} IS NULL`,
        gt(outbox.dueAt, now()),
        sql`coalesce(json_extract(${outbox.letter}, '$.lineCount'), json_array_length(${outbox.letter}, '$.lines'))
          = ${letter.lines.length}`,
      ),
    )
}
