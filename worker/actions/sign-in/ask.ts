import type { Outgoing } from '../../domain/decision.ts'
import type { PersonId, ProgrammeId, SignInId } from '../../domain/ids.ts'
import { letterReaderOf } from '../../domain/letter/write.ts'
import { mailboxIn, normalAddress } from '../../domain/people/address.ts'
import type { Person } from '../../domain/people/person.ts'
import { RATE_LIMITS, SPARE_LINK_MS } from '../../domain/rate-limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { after, before, type Instant, MINUTE } from '../../domain/time/time.ts'
import { hashOf, type Platform } from '../../platform.ts'
import {
  type Account,
  type AskedLink,
  type Asking,
  askForLink,
  findAsking,
  type Limit,
} from '../../storage/sign-in/ask.ts'
import { makeFirstManager } from '../people/make-first-manager.ts'
import { endOfWindow, limitOf } from '../rate-limit.ts'

export const SIGN_IN_LINK_MS = 10 * MINUTE

/** Language and zone are needed only if the address is the first manager's. */
type SignInRequest = Pick<Person, 'email' | 'locale' | 'zone'> & {
  /** `networkOf` the address from which the request came. */
  readonly network: string
  /** The sign-in that this browser had last, by its signed cookie. */
  readonly browser: SignInId | null
  readonly wayBack: WayBack
}

/** The page to which the link leads, and who was signed in there before: it leads nobody else to it. */
export type WayBack = { readonly path: string; readonly of: PersonId | null } | null

/**
 * Mails a sign-in link to a manager, a mentor, a sponsor, or somebody who answers for an executive. Known and unknown addresses get
 * the same response, and after the same calls of the database: one reading, and one batch that counts and, for those to
 * whom a link is sent, writes it. It is refused only for what this browser and its network asked themselves: nobody is
 * kept out by what others do with his address. Their asking bounds his mails alone, and there is always a link that works
 * among them.
 */
export async function askToSignIn(
  platform: Platform,
  request: SignInRequest,
): Promise<Result<null, Refusal>> {
  const { db, now } = platform
  const address = normalAddress(request.email)
  const found = await findAsking(db, address, now())
  const asking = found.isAnybodyHere ? found : await withFirstManager(platform, found, request)
  const mailbox = RATE_LIMITS['sign-in-to']
  const senders = sendersOf(request, now())
  const isWithin = await askForLink(
    platform,
    senders,
    {
      most: mailbox.most,
      since: before(now(), mailbox.windowMs),
      spare: before(now(), SPARE_LINK_MS),
    },
    await linksFor(platform, asking, { ...request, email: address }),
  )
  if (isWithin) return accept(null)
  return refuse({ reason: 'network-asks-too-often', until: endOfWindow(senders[0].window) })
}

/** A browser that was signed in here before has an allowance of its own, and after it that of its network. */
function sendersOf(
  { network, browser }: Pick<SignInRequest, 'network' | 'browser'>,
  now: Instant,
): readonly [Limit, ...(readonly Limit[])] {
  const ofNetwork = limitOf('sign-in-from', network, now)
  return browser === null ? [ofNetwork] : [ofNetwork, limitOf('sign-in-by', browser, now)]
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
export function ownProgrammeOf({
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
