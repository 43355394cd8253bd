import { sql } from 'drizzle-orm'

import { outbox, owners } from '../../../schema/index.ts'
import { badAtSending, whatMailNames } from '../../domain/clock/alert-mail.ts'
import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { HealthNow } from '../../domain/letter/present.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { Database, Platform, Statement } from '../../platform.ts'
import { isAlertedAsSeen, type Seen, selectSigns, toSigns } from '../clock/alerted.ts'
import { IS_OWNER_TOLD } from '../people/owners.ts'
import { letterRow } from './outbox.ts'

/** Nothing where another tick was first. A list, since a promise of a statement would run it. */
export async function insertHealthLetter(
  platform: Platform,
  outgoing: Outgoing,
  seen: number,
): Promise<readonly [Statement]> {
  const row = await letterRow(platform, outgoing)
  const insert = platform.db.insert(outbox).select(sql`
    SELECT ${row.id}, ${row.dedupeKey}, ${row.personId}, NULL, ${JSON.stringify(row.letter)}, 'waiting', 0, ${row.dueAt},
      NULL, NULL, NULL, NULL, ${row.createdAt}, ${row.thread}, ${row.validUntil}, NULL, 0, NULL, NULL,
      ${row.isQuiet ? 1 : 0}
    WHERE ${isAlertedAsSeen(seen)}`)
  return [insert]
}

/** Who has, or may have, a mail of health that was written since. */
export async function listWhoHeard(db: Database, since: Instant): Promise<ReadonlySet<PersonId>> {
  const rows = await db
    .selectDistinct({ id: outbox.personId })
    .from(outbox)
    .innerJoin(owners, sql`${owners.personId} = ${outbox.personId}`)
    .where(
      sql`${outbox.createdAt} >= ${since} AND ${outbox.mayBeHad} = 1 AND json_extract(${outbox.letter}, '$.kind') = 'health'`,
    )
  return new Set(rows.map(({ id }) => id))
}

/** What these letters are judged by: nothing is asked where none is of health. */
export async function findHealthNow(
  db: Database,
  letters: readonly Letter[],
  now: Instant,
): Promise<HealthNow | null> {
  if (!letters.some(({ kind }) => kind === 'health')) return null
  const [rows, told] = await db.batch([
    selectSigns(db, now),
    db.select({ id: owners.personId }).from(owners).where(IS_OWNER_TOLD),
  ])
  const seen = toSigns(rows[0])
  if (!seen) return null
  const { signs, alerted } = seen
  const bad = badAtSending(signs, alerted, now)
  const { mailedAt } = alerted
  return {
    ...{ bad, lasting: whatMailNames(bad, now), wellSince: wellSince(seen, bad, now) },
    last: mailedAt === null ? null : { at: mailedAt, heardBy: await listWhoHeard(db, mailedAt) },
    mailedAt: alerted.mailedSince === null ? null : alerted.mailedAt,
    owners: new Set(told.map(({ id }) => id)),
  }
}

/** While only our sending was stopped, the letter that is judged is the one that gets through: it is well from now on. */
function wellSince({ signs, alerted }: Seen, bad: HealthNow['bad'], now: Instant): Instant | null {
  if (alerted.codes.length === 0) return alerted.toldAt
  return signs.sendingStopped && bad.length === 0 ? now : null
}
