import type { HealthMail } from '../clock/alert-mail.ts'
import type { Bad } from '../clock/alert.ts'
import type { Outgoing } from '../decision.ts'
import type { LetterId, ProgrammeId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import { accept, refuse, type Result } from '../result.ts'
import { after, type Instant, MINUTE } from '../time/time.ts'
import type { HealthLetter, Letter } from './letter.ts'
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
    ...{ ...mail, isForManager: manages.length > 0 },
  }
  return { dedupeKey: `health:${id}`, letter, dueAt: now, isQuiet: true, programmes: manages }
}

/** How long that all is well waits for it to be so. */
const WAITS_FOR_MS = 15 * MINUTE

/**
 * What is bad by now, without what has mended meanwhile, and not at all if a later one says what is so. That all is well
 * is said only as long as it is.
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
  const codes = new Set([...letter.bad, ...now.lasting.filter(isNamedLater)].map(({ code }) => code))
  const bad = [...codes].flatMap((code) => now.bad.find((each) => each.code === code) ?? [])
  if (bad.length === 0) return refuse({ reason: 'done' })
  return accept(JSON.stringify(bad) === JSON.stringify(letter.bad) ? letter : { ...letter, bad })
}

/** Where letters waited, this one did: by itself it would say so whenever mail goes again. */
function isNamedLater({ code }: Bad): boolean {
  return code !== 'letters-late'
}

function asMendedNow(letter: HealthLetter, now: HealthNow): ReturnType<typeof asHealthNow> {
  const { wellSince } = now
  if (isOvertaken(letter, now) || !isWell(now) || wellSince === null) return refuse({ reason: 'replaced' })
  return accept(wellSince === letter.wellSince ? letter : { ...letter, wellSince })
}

/** Its reader has read of something bad since, and is told when that is over. */
function isOvertaken({ madeAt, reader }: HealthLetter, { last }: HealthNow): boolean {
  return last !== null && madeAt < last.at && last.heardBy.has(reader.personId)
}

function isWell({ bad, wellSince }: HealthNow): boolean {
  return bad.length === 0 && wellSince !== null
}

/** It was promised to whoever read of what was bad, so it waits while something is. Null: it need not. */
export function waitsForHealth(letter: Letter, health: HealthNow | null, now: Instant): Instant | null {
  if (letter.kind !== 'health' || letter.wellSince === null) return null
  if (!health?.owners.has(letter.reader.personId) || isOvertaken(letter, health) || isWell(health))
    return null
  return after(now, WAITS_FOR_MS)
}
