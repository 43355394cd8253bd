import { letterReaderOf } from '../../domain/letter/write.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { HOUR, instant } from '../../domain/time/time.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { probeNow } from '../../storage/letter/sending.ts'
import { countUp } from '../../storage/sign-in/sign-in.ts'

/** It goes before all that waits, and while our sending is stopped it is the letter that is tried. */
const BEFORE_ALL = instant(0)

/** Enough to try out a setting. */
const HOURLY_TESTS = 10

/** A mail to whoever presses, to see whether mail goes out; the programme stands in the sender's name. */
export async function sendTestLetter(
  platform: Platform,
  person: Person,
  programme: Pick<Programme, 'id' | 'shortName'>,
): Promise<Result<null, Refusal>> {
  const { db, newId } = platform
  const now = platform.now()
  const hour = Math.floor(now / HOUR)
  if ((await countUp(platform, `test:${person.id}`, hour)) > HOURLY_TESTS)
    return refuse({ reason: 'too-many-requests', until: instant((hour + 1) * HOUR) })

  const id = newId('let')
  const sender = { managerName: person.name, managerEmail: person.email, programme: programme.shortName }
  const letter = {
    id,
    kind: 'test',
    reader: letterReaderOf(person),
    sender,
    madeAt: now,
    linkId: null,
  } as const
  return inOneBatch(db, [
    ...(await insertLetter(platform, {
      ...{ dedupeKey: `test:${id}`, letter, dueAt: BEFORE_ALL, programmes: [programme.id] },
    })),
    probeNow(db, now),
  ])
}
