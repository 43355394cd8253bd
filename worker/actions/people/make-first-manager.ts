import { normalAddress, type Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { findPersonByAddress, insertPerson, isAnybodyHere } from '../../storage/people/person.ts'
import { make } from '../make.ts'
import { opening } from '../programme/make.ts'
import { newReplyAddress } from './reply-address.ts'

export type FirstManager = Pick<Person, 'name' | 'email' | 'zone' | 'locale'>

/** There is one first manager, ever: this is the id of that request, whoever makes it. */
const FIRST_MANAGER_KEY = 'first-manager'

/** The first human of an empty installation, and a programme to manage; `not-found` once anybody is here. */
export async function makeFirstManager(
  platform: Platform,
  wish: FirstManager,
): Promise<Result<Person, Refusal>> {
  const { db, newId, now } = platform
  const email = normalAddress(wish.email)
  const request = { id: FIRST_MANAGER_KEY, email }
  return make(platform, request, {
    again: () => findPersonByAddress(db, email),
    decide: async () => {
      if (await isAnybodyHere(db)) return refuse({ reason: 'not-found' })
      const person: Person = {
        ...{ ...wish, id: newId('per'), email, replyAddress: newReplyAddress(platform) },
        ...{ aliases: [], unit: null, reportsTo: null, blockers: [], rules: {}, version: 1 },
      }
      const first = { id: newId('prg'), name: 'First programme', shortName: houseOf(email), policy: {} }
      const { statements } = opening(platform, { ...first, managerId: person.id })
      return accept({ made: person, statements: [...insertPerson(db, person, now()), ...statements] })
    },
  })
}

/** In whose name mails go out until she says otherwise: `nadia@northwind.example` is of Northwind. */
function houseOf(email: string): string {
  const [label = ''] = email.slice(email.indexOf('@') + 1).split('.')
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`
}
