import type { PersonId } from '../../domain/ids.ts'
import {
  decideMornings,
  isMorning,
  morningKey,
  nextMorningAt,
  writesToday,
} from '../../domain/today/morning-mail.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter, isWritten } from '../../storage/letter/outbox.ts'
import { findPerson } from '../../storage/people/person.ts'
import { listManagedProgrammes } from '../../storage/programme/programme.ts'
import { findTelling, type TellingManagers } from '../../storage/today/telling.ts'
import { type ClockAnswer, NOT_OWED } from '../clock/answer.ts'

/** On a working morning, one mail to a manager if something waits for her; then it is asked again at her next hour. */
export async function tellMorning(platform: Platform, personId: PersonId): Promise<ClockAnswer> {
  const { db, newId } = platform
  const now = platform.now()
  const [person, programmes] = await Promise.all([
    findPerson(db, personId),
    listManagedProgrammes(db, personId),
  ])
  if (!person || programmes.length === 0) return NOT_OWED

  const at = nextMorningAt(person, programmes, now)
  const writing = programmes.filter((each) => writesToday(each, person, now))
  const isTime = writing.some((each) => isMorning(each, person, now))
  if (!isTime || (await isWritten(db, morningKey(person, now)))) return { kind: 'again', at, count: 0 }

  const mornings: TellingManagers[] = []
  for (const { id } of writing) {
    const telling = await findTelling(db, id, now)
    if (telling) mornings.push(telling)
  }
  const mails = decideMornings(personId, mornings, { newId, now })
  for (const outgoing of mails) await inOneBatch(db, await insertLetter(platform, outgoing))
  return { kind: 'again', at, count: mails.length }
}
