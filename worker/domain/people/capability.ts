import type { PersonId } from '../ids.ts'
import type { LinkPurpose } from '../letter/link.ts'
import type { SessionSituation } from '../situation.ts'
import { isAmong } from './address.ts'
import type { Role } from './person.ts'

/**
 * What opens something for whoever holds it: a link in a mail, a sign-in by mail, its cookie, a subscribed calendar, a key
 * of the API.
 */
export type Purpose = LinkPurpose | 'sign-in' | 'session' | 'feed' | 'key'

/** What the reader is to a session, as long as he is. */
export type Relation = 'executive' | 'mentor' | 'assistant'

export type Capability = {
  /** Given to one of these, for a session; `account`: to a member, for signing in. */
  readonly given: readonly Relation[] | 'account'
  /** An executive's own page follows him to his next mentor, and shows his list after the programme. */
  readonly outlivesPairing?: true
}

/** Each ends with the address that it went to, with the relation, and with the membership; nearly all with the pairing. */
export const CAPABILITIES: Readonly<Record<Purpose, Capability>> = {
  answer: { given: ['executive', 'assistant'] },
  invite: { given: ['executive', 'mentor'] },
  confirm: { given: ['executive', 'mentor'] },
  log: { given: ['mentor'] },
  meeting: { given: ['mentor'] },
  own: { given: ['executive'], outlivesPairing: true },
  'sign-in': { given: 'account' },
  session: { given: 'account' },
  feed: { given: 'account' },
  key: { given: 'account' },
}

/** What a reader holds, and the address at which he got it; null once that was deleted. */
export type Held = {
  readonly purpose: Purpose
  readonly personId: PersonId
  readonly address: string | null
}

/** What the reader is now. */
export type Standing = {
  /** All that are his. */
  readonly addresses: readonly string[]
  /** In the programme of the session; of an account, in any. */
  readonly roles: readonly Role[]
  /** Whoever runs the installation keeps his account without a role. */
  readonly isOwner?: boolean
  /** Of an account: whether an executive is answered for now. An assistant's lasts as long as that. */
  readonly answersForSomebody?: boolean
  readonly situation: Pick<SessionSituation, 'session' | 'pairing' | 'executive' | 'assistants'> | null
}

/** Why it opens nothing any more. */
export type Ending = 'address' | 'membership' | 'relation' | 'pairing'

/**
 * The only judge of whether a reader is still the one to whom something was given. It is asked at each opening, so
 * nothing has to be revoked when an address, an assistant, a mentor or a membership changes.
 */
export function whyEnded(
  { purpose, personId, address }: Held,
  { addresses, roles, isOwner = false, answersForSomebody = false, situation }: Standing,
): Ending | null {
  const { given, outlivesPairing = false } = CAPABILITIES[purpose]
  if (address === null || !isAmong(address, addresses)) return 'address'
  if (given === 'account') {
    const isAssistantOnly = roles.length > 0 && roles.every((role) => role === 'assistant')
    if (isAssistantOnly && !answersForSomebody && !isOwner) return 'relation'
    return roles.length > 0 || isOwner || answersForSomebody ? null : 'membership'
  }

  const relations = situation ? relationsOf(personId, situation) : []
  const relation = given.find((each) => relations.includes(each))
  if (!situation || !relation) return 'relation'
  if (relation !== 'assistant' && !roles.includes(relation)) return 'membership'
  return situation.pairing.status === 'ended' && !outlivesPairing ? 'pairing' : null
}

/** An assistant answers for somebody whatever else she is; the two of a session have their roles in its programme. */
function relationsOf(
  personId: PersonId,
  { session, executive, assistants }: NonNullable<Standing['situation']>,
): readonly Relation[] {
  return [
    ...(personId === executive.id ? (['executive'] as const) : []),
    ...(personId === session.mentorId ? (['mentor'] as const) : []),
    ...(assistants.some(({ id }) => id === personId) ? (['assistant'] as const) : []),
  ]
}
