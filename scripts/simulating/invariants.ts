import * as z from 'zod/mini'

import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import { type Instant, iso } from '../../worker/domain/time/time.ts'
import type { Cast } from './cast.ts'
import type { Doors } from './doors.ts'
import { isInWriting, type Letter } from './letters.ts'
import type { Dated } from './rounds.ts'

/** Promises broken by the mails of the year, in the order sent; the programme was closed at `ended`. */
export function brokenInMails(
  { executives, hidden }: Cast,
  letters: readonly Letter[],
  ended: Instant,
): readonly string[] {
  const hiddenFrom = (to: string) => hidden.flatMap(({ from, name }) => (from.includes(to) ? [name] : []))
  return [
    ...outOfOrder(letters),
    ...letters.flatMap((letter) => indiscreet(letter, hiddenFrom(letter.to))),
    ...executives.flatMap(({ email, name, isNudged }) =>
      !isNudged && ownOf(letters, email).some(({ at }) => at < ended)
        ? [`${name} was nudged and never agreed to it`]
        : [],
    ),
    ...executives.flatMap(({ email, name }) => {
      const lists = ownOf(letters, email).filter(({ at }) => at >= ended).length
      const wasInvited = letters.some(({ to, event }) => to === email && event?.method === 'REQUEST')
      return lists === 1 || (lists === 0 && !wasInvited) ? [] : [`${name} got ${lists} lists at the end`]
    }),
  ]
}

function ownOf(letters: readonly Letter[], email: string): readonly Letter[] {
  return letters.filter((each) => each.to === email && each.links('own').size > 0 && !isInWriting(each))
}

/** RFC 5545 §3.8.7.4: each message of a UID is a later revision, and none comes twice. */
function outOfOrder(letters: readonly Letter[]): readonly string[] {
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

function indiscreet(
  { subject, fromName, text, event }: Letter,
  hiddenNames: readonly string[],
): readonly string[] {
  const outward = {
    subject,
    fromName,
    body: `${text}\n${event?.description ?? ''}`,
    summary: event?.summary ?? '',
    location: event?.location ?? '',
  }
  const found = lintOutward(outward, { forbiddenWords: [], hiddenNames })
  return found.map(({ where, word }) => `“${word}” in the ${where} of “${subject}”`)
}

/** For each date of a session each of the two gets exactly one REQUEST. */
export async function brokenInDates(
  { rows }: Doors,
  dates: readonly Dated[],
  letters: readonly Letter[],
): Promise<readonly string[]> {
  const invites = Invites.parse(await rows('SELECT uid, session_id, person_id FROM invites'))
  const invited = new Map(invites.map(({ uid, ...invite }) => [uid, invite]))
  const asked = letters.flatMap(({ event }) => {
    const invite = event?.method === 'REQUEST' ? invited.get(event.uid) : undefined
    return invite && event?.time ? [`${invite.session_id} ${invite.person_id} ${iso(event.time.start)}`] : []
  })
  const wanted = dates.flatMap(({ sessionId, people, start }) =>
    people.map((person) => `${sessionId} ${person} ${start}`),
  )
  const [count, goal] = [tally(asked), tally(wanted)]
  return [...new Set([...count.keys(), ...goal.keys()])].flatMap((key) =>
    (count.get(key) ?? 0) === (goal.get(key) ?? 0)
      ? []
      : [`${count.get(key) ?? 0} invites for ${goal.get(key) ?? 0} dates of ${key}`],
  )
}

const Invites = z.array(z.object({ uid: z.string(), session_id: z.string(), person_id: z.string() }))

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    Array.from(
      Map.groupBy(keys, (key) => key),
      ([key, all]) => [key, all.length],
    ),
  )
}

/** A CANCEL is needless where the reader's own calendar declined the latest revision. */
export function needlessCancels(
  letters: readonly Letter[],
  declined: ReadonlySet<string>,
): readonly string[] {
  const latest = new Map<string, number>()
  return letters.flatMap(({ event }) => {
    if (event?.method === 'REQUEST') latest.set(event.uid, event.sequence)
    const isGone = event?.method === 'CANCEL' && declined.has(`${event.uid} ${latest.get(event.uid)}`)
    return isGone ? [`a CANCEL for ${event.uid}, which was declined`] : []
  })
}
