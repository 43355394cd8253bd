import type { PersonId } from '../../domain/ids.ts'
import type { Cast } from '../../domain/pairing/measure.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Platform } from '../../platform.ts'
import { listMembers } from '../people/membership.ts'
import { readDiaries } from '../slot/diary.ts'
import { listCandidates } from './candidate.ts'
import { listPairings } from './pairing.ts'

/** All that a suggestion of pairs reads; the number of calls does not grow with the programme. */
export async function findCast({ db, now: clock }: Platform, { id, policy }: Programme): Promise<Cast> {
  const now = clock()
  const [members, pairings] = await Promise.all([listMembers(db, id), listPairings(db, id)])
  const [candidates, read] = await Promise.all([
    listCandidates(db, id, members),
    readDiaries(db, members, { now, horizon: 0, window: null }),
  ])
  const diaryOf = (wanted: PersonId) => {
    const member = members.find((each) => each.id === wanted)
    if (!member) throw new Error(`nobody of the programme: ${wanted}`)
    return read(member)
  }
  const withRole = (role: 'mentor' | 'executive') => candidates.filter(({ roles }) => roles.includes(role))
  return { mentors: withRole('mentor'), executives: withRole('executive'), pairings, diaryOf, policy, now }
}
