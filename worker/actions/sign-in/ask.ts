import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId } from '../../domain/ids.ts'
import { letterReaderOf } from '../../domain/letter/write.ts'
import { mailboxIn, normalAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { after, HOUR, instant, MINUTE } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import {
  type Account,
  type AskedLink,
  type Asking,
  askForLink,
  findAsking,
} from '../../storage/sign-in/ask.ts'
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
 * Mails a sign-in link to a manager, a mentor, a sponsor, or somebody who answers for an executive. Known and unknown addresses get
 * the same response, also beyond the rate limit of an address or a network, and after the same calls of the database:
 * one reading, and one batch that counts and, for those to whom a link is sent, writes it.
 */
export async function askToSignIn(
  platform: Platform,
  request: SignInRequest,
): Promise<Result<null, Refusal>> {
  const { db, now } = platform
  const address = normalAddress(request.email)
  const found = await findAsking(db, address, now())
  const asking = found.isAnybodyHere ? found : await withFirstManager(platform, found, request)
  const hour = Math.floor(now() / HOUR)
  const shared = asking.accounts.find(({ isShared }) => isShared)
  const isWithin = await askForLink(
    platform,
    [
      { key: `sign-in:${address}`, window: hour, most: HOURLY_LIMIT_PER_ADDRESS },
      { key: `sign-in-from:${request.network}`, window: hour, most: HOURLY_LIMIT_PER_NETWORK },
      // All addresses that a person's programmes share lead to one mailbox; that they are one person's is not said.
      { key: `sign-in-of:${shared?.person.id ?? address}`, window: hour, most: HOURLY_LIMIT_PER_ADDRESS },
    ],
    await linksFor(platform, asking, { ...request, email: address }),
  )
  return isWithin ? accept(null) : refuse({ reason: 'too-many-requests', until: instant((hour + 1) * HOUR) })
}

/** Whether a link to sign in would be sent to this person at this address. */
export async function canSignIn(
  { db, now }: Platform,
  personId: PersonId,
  address: string | null,
): Promise<boolean> {
  if (address === null) return false
  const { accounts } = await findAsking(db, normalAddress(address), now())
  return accounts.some((each) => each.person.id === personId && ownProgrammeOf(each) !== null)
}

/** The programme in whose name the link is sent; null: there is nothing to sign in to. */
function ownProgrammeOf({
  memberships,
  duties,
}: Pick<Account, 'memberships' | 'duties'>): ProgrammeId | null {
  const own =
    memberships.find(({ role }) => role === 'manager' || role === 'mentor') ??
    memberships.find(({ role }) => role === 'sponsor')
  return own?.programmeId ?? duties[0] ?? null
}

/** To all that it opens the letter is one of theirs: none learns in whose name it was sent. */
function programmesOf({ memberships, duties }: Account): readonly ProgrammeId[] {
  return [...memberships.map(({ programmeId }) => programmeId), ...duties]
}

/** The first manager is made when she first asks: in an empty installation, for her address alone. */
async function withFirstManager(
  platform: Platform,
  found: Asking,
  { email, locale, zone }: SignInRequest,
): Promise<Asking> {
  const address = normalAddress(email)
  const configured = mailboxIn(platform.settings.firstManager)
  if (configured?.email !== address) return found
  const made = await makeFirstManager(platform, { ...configured, locale, zone })
  return made.ok ? findAsking(platform.db, address, platform.now()) : found
}

/** For each account that can sign in; for an address without any, one link as large as any other. */
async function linksFor(
  platform: Platform,
  { accounts, senders }: Asking,
  request: SignInRequest,
): Promise<readonly AskedLink[]> {
  const able = accounts.filter((each) => ownProgrammeOf(each) !== null)
  const none: readonly (Account | null)[] = [null]
  return Promise.all(
    (able.length > 0 ? able : none).map((each) => linkFor(platform, each, { ...request, senders })),
  )
}

async function linkFor(
  { newId, now, tokenOf }: Platform,
  account: Account | null,
  { email, locale, zone, wayBack, senders }: SignInRequest & Pick<Asking, 'senders'>,
): Promise<AskedLink> {
  const programmeId = account && ownProgrammeOf(account)
  const person = account?.person ?? null
  const linkId = newId('lnk')
  const linkUntil = after(now(), SIGN_IN_LINK_MS)
  const tokenHash = await hashOf(await tokenOf(linkId))
  const id = newId('sgn')
  const reader = person
    ? letterReaderOf(person)
    : { personId: newId('per'), name: email, email, locale, zone, replyAddress: email }
  const outgoing: Outgoing = {
    dedupeKey: `sign-in:${id}`,
    dueAt: now(),
    programmes: account ? programmesOf(account) : [newId('prg')],
    letter: {
      id: newId('let'),
      kind: 'sign-in',
      reader,
      sender: (programmeId && senders.get(programmeId)) ?? {
        ...{ managerName: reader.name, managerEmail: reader.email, programme: 'Sotto' },
      },
      madeAt: now(),
      linkId,
      validUntil: linkUntil,
    },
  }
  const isHis = wayBack !== null && (wayBack.of ?? reader.personId) === reader.personId
  const signIn = {
    ...{ id, tokenHash, askedAt: now(), linkUntil, untilAt: linkUntil, address: reader.email },
    ...{ trusted: false, wayBack: isHis ? wayBack.path : null },
  }
  return { signIn, outgoing, readerId: person?.id ?? null }
}
