import * as z from 'zod/mini'

import type { ProgrammeId } from '../../../domain/ids.ts'
import { MAX_SEARCH_CHARACTERS } from '../../../domain/limits.ts'
import { type SeenFields, seen } from '../../../domain/people/fields.ts'
import type { Look } from '../../../domain/people/permission.ts'
import type { SearchResult } from '../../../domain/search/search.ts'
import { iso } from '../../../domain/time/time.ts'
import { kind } from './places.ts'
import { oneOf, text } from './values.ts'

export const searchQuery = z.object({ q: text(MAX_SEARCH_CHARACTERS) })

const foundPerson = z.strictObject({
  id: z.string(),
  /** The programme whose name and unit these are. */
  programmeId: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  /** `null` for a mentor, who does not know it. */
  email: z.nullable(z.string()),
  unit: z.nullable(z.string()),
})

const pair = {
  programmeId: z.string(),
  mentorId: z.string(),
  executiveId: z.string(),
  mentor: z.string(),
  executive: z.string(),
}

const foundPairing = z.strictObject({
  id: z.string(),
  ...pair,
  kind,
  status: oneOf('proposed', 'active', 'paused', 'ended'),
})

const foundSession = z.strictObject({
  id: z.string(),
  pairingId: z.string(),
  programmeId: z.string(),
  mentor: z.string(),
  executive: z.string(),
  status: oneOf('offered', 'fixed', 'happened', 'cut-short', 'did-not-happen', 'cancelled'),
  start: z.nullable(z.string()),
  end: z.nullable(z.string()),
})

export const searchAnswer = z.strictObject({
  people: z.array(foundPerson),
  pairings: z.array(foundPairing),
  sessions: z.array(foundSession),
  /** Whether more were found than are named. */
  more: z.strictObject({ people: z.boolean(), pairings: z.boolean(), sessions: z.boolean() }),
})

type FoundPairingAnswer = z.input<typeof foundPairing>
type FoundSessionAnswer = z.input<typeof foundSession>

export const FOUND_PAIRING_FIELDS: SeenFields<FoundPairingAnswer> = {
  id: 'neutral',
  programmeId: 'neutral',
  mentorId: 'mentor-name',
  executiveId: 'neutral',
  mentor: 'mentor-name',
  executive: 'neutral',
  kind: 'topic',
  status: 'neutral',
}

export const FOUND_SESSION_FIELDS: SeenFields<FoundSessionAnswer> = {
  id: 'neutral',
  pairingId: 'neutral',
  programmeId: 'neutral',
  mentor: 'mentor-name',
  executive: 'neutral',
  status: 'neutral',
  start: 'time',
  end: 'time',
}

/** `lookIn`: who the reader is in a programme. */
export function searchJson(
  { people, pairings, sessions, more }: SearchResult,
  lookIn: (programmeId: ProgrammeId) => Look,
): z.input<typeof searchAnswer> {
  return {
    people: people.map(({ id, programmeId, name, roles, email, unit }) => ({
      ...{ id, programmeId, name, email, unit },
      roles: [...roles],
    })),
    pairings: pairings.map((pairing) =>
      seen<FoundPairingAnswer>(lookIn(pairing.programmeId), FOUND_PAIRING_FIELDS, pairing),
    ),
    sessions: sessions.map(({ id, pairingId, programmeId, mentor, executive, status, time }) =>
      seen<FoundSessionAnswer>(lookIn(programmeId), FOUND_SESSION_FIELDS, {
        ...{ id, pairingId, programmeId, mentor, executive, status },
        start: time && iso(time.start),
        end: time && iso(time.end),
      }),
    ),
    more,
  }
}
