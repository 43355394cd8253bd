import { lintOutward } from '../../worker/domain/discretion.ts'
import { overlaps } from '../../worker/domain/time.ts'
import type { Letter } from './letters.ts'
import type { Round } from './rounds.ts'

/** What must never be, each with a sentence. */
export function brokenIn(rounds: readonly Round[], now: number): readonly string[] {
  const open = rounds.filter(
    ({ status, time }) => status === 'offered' || (status === 'fixed' && time && time.end > now),
  )
  return [...twiceOpen(open), ...overlapping(open)]
}

function twiceOpen(open: readonly Round[]): readonly string[] {
  const byPairing = Map.groupBy(open, ({ pairingId }) => pairingId)
  return [...byPairing].flatMap(([id, all]) => (all.length > 1 ? [`two open rounds of ${id}`] : []))
}

function overlapping(open: readonly Round[]): readonly string[] {
  const taken = open.flatMap(({ id, mentorId, executiveId, time, options }) =>
    [mentorId, executiveId].flatMap((person) =>
      (time ? [time] : options).map((slot) => ({ id, person, slot })),
    ),
  )
  const byPerson = Map.groupBy(taken, ({ person }) => person)
  return [...byPerson].flatMap(([person, all]) =>
    all.some((one, index) =>
      all.slice(index + 1).some((other) => other.id !== one.id && overlaps(one.slot, other.slot)),
    )
      ? [`${person} is taken twice`]
      : [],
  )
}

/** Of every mail of the year, in the order they went out. */
export function brokenInMails(letters: readonly Letter[]): readonly string[] {
  return [...broken(letters), ...letters.flatMap(indiscreet)]
}

function broken(letters: readonly Letter[]): readonly string[] {
  const seen = new Set<string>()
  const highest = new Map<string, number>()
  return letters.flatMap(({ event }) => {
    if (!event) return []
    const { uid, sequence, method } = event
    const key = `${uid} ${sequence} ${method}`
    const isRepeated = seen.has(key)
    const isFalling = method !== 'DECLINECOUNTER' && sequence <= (highest.get(uid) ?? -1)
    seen.add(key)
    if (method !== 'DECLINECOUNTER') highest.set(uid, sequence)
    return [...(isRepeated ? [`${key} twice`] : []), ...(isFalling ? [`${key} is no later revision`] : [])]
  })
}

function indiscreet({ subject, fromName, text, event }: Letter): readonly string[] {
  const outward = {
    subject,
    fromName,
    body: `${text}\n${event?.description ?? ''}`,
    summary: event?.summary ?? '',
    location: event?.location ?? '',
  }
  const found = lintOutward(outward, { forbiddenWords: [], hiddenNames: [] })
  return found.map(({ where, word }) => `“${word}” in the ${where} of “${subject}”`)
}
