import { type By, NO_CHANGE, together } from '../../domain/decision.ts'
import { normalAddress } from '../../domain/people/address.ts'
import { HEARS_ALL, type Person } from '../../domain/people/person.ts'
import { decideOpening } from '../../domain/programme/make.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { personStep } from '../../domain/step.ts'
import type { Platform } from '../../platform.ts'
import { findEarlierUse } from '../../storage/idempotency.ts'
import { findPersonByAddress, isAnybodyHere } from '../../storage/people/person.ts'
import { createIdempotently } from '../write.ts'
import { newReplyAddress } from './reply-address.ts'

export type FirstManager = Pick<Person, 'name' | 'email' | 'zone' | 'locale'>

/** The idempotency key of the request: an installation gets one first manager, whoever asks. */
const FIRST_MANAGER_KEY = 'first-manager'

/** Adds the first person of an empty installation, and a programme for her; `not-found` if anybody exists already. */
export async function makeFirstManager(
  platform: Platform,
  wish: FirstManager,
): Promise<Result<Person, Refusal>> {
  const { db, newId, now } = platform
  const email = normalAddress(wish.email)
  const request = { id: FIRST_MANAGER_KEY, email }
  return createIdempotently(platform, request, {
    read: (key) => findEarlierUse(db, key),
    findExisting: () => findPersonByAddress(db, email),
    decide: async () => {
      if (await isAnybodyHere(db)) return refuse({ reason: 'not-found' })
      const person: Person = {
        ...{ ...wish, id: newId('per'), email, replyAddress: newReplyAddress(platform) },
        ...{ shortName: null, aliases: [], unit: null, reportsTo: null, blockers: [], rules: {} },
        ...{ ...HEARS_ALL, departure: null, version: 0 },
      }
      const by: By = { id: person.id, door: 'manager' }
      const first = {
        id: newId('prg'),
        name: 'First programme',
        shortName: programmeNameOf(email),
        policy: {},
      }
      const opening = decideOpening({ ...first, managerId: person.id }, { at: now(), by, newId })
      if (!opening.ok) return opening
      const detail = { programme: first.id }
      const step = {
        ...personStep(null, person, { code: 'person-added', detail, at: now(), by }),
        isOwner: true,
      } as const
      return accept({
        decision: together({ ...NO_CHANGE, people: [step] }, opening.value),
        value: step.after,
      })
    },
  })
}

/** The first name of the programme in mails: `nadia@northwind.example` gives Northwind. The manager can change it. */
function programmeNameOf(email: string): string {
  const [label = ''] = email.slice(email.indexOf('@') + 1).split('.')
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`
}
