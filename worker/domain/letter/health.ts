import type { HealthMail } from '../clock/alert-mail.ts'
import type { Outgoing } from '../decision.ts'
import type { LetterId, ProgrammeId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { HealthLetter } from './letter.ts'
import type { HealthNow } from './present.ts'
import { letterReaderOf } from './write.ts'

/** To somebody who runs the installation. Nobody waits for it, so it does not leave at night. */
export function healthLetter(
  mail: HealthMail,
  { person, manages }: { readonly person: Person; readonly manages: readonly ProgrammeId[] },
  { id, now }: { readonly id: LetterId; readonly now: Instant },
): Outgoing {
  const sender = { managerName: person.name, managerEmail: person.email, programme: 'Sotto' }
  const letter: HealthLetter = {
    ...{ id, kind: 'health', reader: letterReaderOf(person), sender, madeAt: now, linkId: null },
    ...mail,
  }
  return { dedupeKey: `health:${id}`, letter, dueAt: now, isQuiet: true, programmes: manages }
}

/**
 * Without what has mended meanwhile, and not at all if a later one says what is so. That all is well is said only as long
 * as it is.
 */
export function asHealthNow(
  letter: HealthLetter,
  now: HealthNow | null,
): Result<HealthLetter, { readonly reason: 'not-asked' | 'replaced' | 'done' }> {
  if (!now?.owners.has(letter.reader.personId)) return refuse({ reason: 'not-asked' })
  return letter.wellSince === null ? asBrokenNow(letter, now) : asMendedNow(letter, now)
}

function asBrokenNow(letter: HealthLetter, now: HealthNow): ReturnType<typeof asHealthNow> {
  if (now.mailedAt === null) return refuse({ reason: 'done' })
  if (letter.madeAt < now.mailedAt) return refuse({ reason: 'replaced' })
  const bad = letter.bad.flatMap(({ code }) => {
    const since = now.bad.find((each) => each.code === code)?.since
    return since === undefined ? [] : [{ code, since }]
  })
  if (bad.length === 0) return refuse({ reason: 'done' })
  return accept(JSON.stringify(bad) === JSON.stringify(letter.bad) ? letter : { ...letter, bad })
}

function asMendedNow(letter: HealthLetter, { bad, wellSince }: HealthNow): ReturnType<typeof asHealthNow> {
  if (bad.length > 0 || wellSince === null) return refuse({ reason: 'replaced' })
  return accept(wellSince === letter.wellSince ? letter : { ...letter, wellSince })
}
