import { letterReaderOf } from '../../domain/letter/write.ts'
import type { Person } from '../../domain/people/person.ts'
import { instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { probeNow } from '../../storage/letter/sending.ts'

/** It goes before all that waits, and while our sending is stopped it is the letter that is tried. */
const BEFORE_ALL = instant(0)

/** A mail to whoever presses, to see whether mail goes out. `programme` stands in the sender's name. */
export async function sendTestLetter(platform: Platform, person: Person, programme: string): Promise<void> {
  const { db, newId } = platform
  const now = platform.now()
  const id = newId('let')
  const sender = { managerName: person.name, managerEmail: person.email, programme }
  const letter = {
    id,
    kind: 'test',
    reader: letterReaderOf(person),
    sender,
    madeAt: now,
    linkId: null,
  } as const
  await inOneBatch(db, [
    insertLetter(db, { dedupeKey: `test:${id}`, letter, dueAt: BEFORE_ALL }, now),
    probeNow(db, now),
  ])
}
