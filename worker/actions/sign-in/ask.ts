import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import type { Sender } from '../../domain/letter/letter.ts'
import { letterReaderOf } from '../../domain/letter/write.ts'
import { mailboxIn, normalAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { after, HOUR, instant, MINUTE } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { insertLetter } from '../../storage/letter/outbox.ts'
import { listDuties } from '../../storage/people/assistant.ts'
import { findManagerOf } from '../../storage/people/manager.ts'
import { listMemberships } from '../../storage/people/membership.ts'
import { findPersonByAddress } from '../../storage/people/person.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { countUp, insertSignIn } from '../../storage/sign-in/sign-in.ts'
import { makeFirstManager } from '../people/make-first-manager.ts'

export const SIGN_IN_LINK_MS = 10 * MINUTE
const HOURLY_LIMIT_PER_ADDRESS = 5
const HOURLY_LIMIT_PER_NETWORK = 30

/** Language and zone are needed only if the address is the first manager's. */
type SignInRequest = Pick<Person, 'email' | 'locale' | 'zone'> & {
  readonly network: string
  readonly wayBack: WayBack
}

/** The page to which the link leads, and who was signed in there before: it leads nobody else to it. */
export type WayBack = { readonly path: string; readonly of: PersonId | null } | null

/**
 * Mails a sign-in link to a manager, a mentor, a sponsor, or somebody who answers for an executive. Known and unknown addresses get the same response, also beyond the rate
 * limit of an address or a network.
 */
export async function askToSignIn(
  platform: Platform,
  { email, network, locale, zone, wayBack }: SignInRequest,
): Promise<Result<null, Refusal>> {
  const { db } = platform
  const now = platform.now()
  const address = normalAddress(email)
  const hour = Math.floor(now / HOUR)
  // All addresses of a person lead to one mailbox.
  const known = await findPersonByAddress(db, address)
  const [ofAddress, ofNetwork] = await Promise.all([
    countUp(db, `sign-in:${known?.id ?? address}`, hour),
    countUp(db, `sign-in-from:${network}`, hour),
  ])
  if (ofAddress > HOURLY_LIMIT_PER_ADDRESS || ofNetwork > HOURLY_LIMIT_PER_NETWORK)
    return refuse({ reason: 'too-many-requests', until: instant((hour + 1) * HOUR) })

  const person = known ?? (await firstManager(platform, address, { locale, zone }))
  const programmeId = person && (await findOwnProgramme(platform, person.id))
  if (!person || !programmeId) return accept(null)

  const [programme, manager] = await Promise.all([
    findProgramme(db, programmeId),
    findManagerOf(db, programmeId),
  ])
  const { name: managerName, email: managerEmail } = manager ?? person
  const path = wayBack === null || (wayBack.of ?? person.id) !== person.id ? null : wayBack.path
  const sender = { managerName, managerEmail, programme: programme?.shortName ?? 'Sotto' }
  return mailLink(platform, person, { sender, path })
}

/** Whether a link to sign in would be sent to this person. */
export async function canSignIn(platform: Platform, personId: PersonId): Promise<boolean> {
  return (await findOwnProgramme(platform, personId)) !== null
}

/** The programme in whose name the link is sent; null: there is nothing to sign in to. */
async function findOwnProgramme({ db, now }: Platform, personId: PersonId): Promise<ProgrammeId | null> {
  const [memberships, duties] = await Promise.all([
    listMemberships(db, personId),
    listDuties(db, personId, now()),
  ])
  const own =
    memberships.find(({ role }) => role === 'manager' || role === 'mentor') ??
    memberships.find(({ role }) => role === 'sponsor')
  return own?.programmeId ?? duties[0]?.programmeId ?? null
}

/** The first manager, made when she first asks; null for every other address, and once anybody exists. */
async function firstManager(
  platform: Platform,
  address: string,
  defaults: Pick<Person, 'locale' | 'zone'>,
): Promise<Person | null> {
  const configured = mailboxIn(platform.settings.firstManager)
  if (configured?.email !== address) return null
  const result = await makeFirstManager(platform, { ...configured, ...defaults })
  return result.ok ? result.value : null
}

async function mailLink(
  platform: Platform,
  person: Person,
  { sender, path }: { readonly sender: Sender; readonly path: string | null },
): Promise<Result<null, Refusal>> {
  const { db, newId, tokenOf } = platform
  const now = platform.now()
  const linkId = newId('lnk')
  const linkUntil = after(now, SIGN_IN_LINK_MS)
  const tokenHash = await hashOf(await tokenOf(linkId))
  const id = newId('sgn')
  const outgoing: Outgoing = {
    dedupeKey: `sign-in:${id}`,
    dueAt: now,
    letter: {
      id: newId('let'),
      kind: 'sign-in',
      reader: letterReaderOf(person),
      sender,
      madeAt: now,
      linkId,
      validUntil: linkUntil,
    },
  }
  return inOneBatch(db, [
    insertSignIn(db, {
      ...{ id, tokenHash, personId: person.id },
      ...{ askedAt: now, linkUntil, untilAt: linkUntil, wayBack: path },
    }),
    insertLetter(db, outgoing, now),
  ])
}
