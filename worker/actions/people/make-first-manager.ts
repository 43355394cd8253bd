import { type By, NO_CHANGE, type SignInLink, together } from '../../domain/decision.ts'
import { normalAddress } from '../../domain/people/address.ts'
import { HEARS_ALL, type Person } from '../../domain/people/person.ts'
import { firstNameInMails } from '../../domain/programme/first-name-in-mails.ts'
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

/** What the claim of an installation brings besides: the programme's name, and who is signed in by it. */
export type Claimed = {
  readonly programmeName: string
  readonly signIn: Omit<SignInLink, 'personId'>
}

/** The idempotency key of the request: an installation gets one first manager, whoever asks. */
const FIRST_MANAGER_KEY = 'first-manager'

/**
 * Adds the first person of an empty installation, and a programme for her; `not-found` if anybody exists already. A claim
 * names its sign-in, so it is never the same request as another: `id-taken` if one was first.
 */
export async function makeFirstManager(
  platform: Platform,
  wish: FirstManager,
  claimed: Claimed | null = null,
): Promise<Result<Person, Refusal>> {
  const { db, newId, now } = platform
  const email = normalAddress(wish.email)
  const request = { id: FIRST_MANAGER_KEY, email, ...(claimed && { signIn: claimed.signIn.id }) }
  const programmeName = claimed?.programmeName ?? 'First programme'
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
        name: programmeName,
        shortName: firstNameInMails(programmeName, email),
        policy: {},
      }
      const opening = decideOpening({ ...first, managerId: person.id }, { at: now(), by, newId })
      if (!opening.ok) return opening
      const detail = { programme: first.id }
      const step = {
        ...personStep(null, person, { code: 'person-added', detail, at: now(), by }),
        isOwner: true,
      } as const
      const signIns = claimed ? [{ ...claimed.signIn, personId: person.id }] : []
      return accept({
        decision: together({ ...NO_CHANGE, people: [step], signIns }, opening.value),
        value: step.after,
      })
    },
  })
}
