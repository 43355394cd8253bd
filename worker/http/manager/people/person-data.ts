import type { MailsShown } from '../../../../web/pages/manager/people/mails-data.ts'
import { PERSON_FIELDS, type PersonData } from '../../../../web/pages/manager/people/person-data.ts'
import { paths } from '../../../../web/pages/paths.ts'
import type { FormState } from '../../../../web/parts/form.ts'
import { inProgramme } from '../../../../web/parts/within.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { seen } from '../../../domain/people/fields.ts'
import { shortNameOf } from '../../../domain/people/name/short.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Instant } from '../../../domain/time/time.ts'
import { hearerFor, isAway } from '../../../domain/today/hearers.ts'
import type { Platform } from '../../../platform.ts'
import { isAddressStopped } from '../../../storage/letter/bounced.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listFormats } from '../../../storage/path/format.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { findInvitedAt } from '../../../storage/people/invitation.ts'
import { listMembers, type Member } from '../../../storage/people/membership.ts'
import { listPeople } from '../../../storage/people/person.ts'
import { findOwnChoice } from '../../../storage/record/record.ts'
import { listDisplaced } from '../../../storage/session/displaced.ts'
import { findAvailability } from '../../../storage/slot/availability.ts'
import type { AppContext } from '../../context.ts'
import { publishedOf } from '../../feed/published.ts'
import { readZone } from '../../forms/zone.ts'
import { type ProgrammeScope, programmeScope } from '../programme-scope.ts'
import { displacedLines } from './displaced.ts'
import { isTimed, zoneToMoveTo } from './moving.ts'
import { rolesEndingIn } from './roles-ending.ts'

/** A person in a programme that the manager manages. */
export type ScopedMember = {
  readonly scope: ProgrammeScope
  readonly member: Member
  readonly members: readonly Member[]
}

export async function memberFor(c: AppContext): Promise<ScopedMember | null> {
  const all = programmeScope(c)
  const id = c.req.param('id')
  for (const programme of all
    ? [all.programme, ...all.programmes.filter((each) => each !== all.programme)]
    : []) {
    const members = await listMembers(c.get('platform').db, programme.id)
    const member = members.find((each) => each.id === id)
    if (all && member) return { scope: { ...all, programme }, member, members }
  }
  return null
}

/** The page of a person; where a manager has several programmes, in this one. */
export function pathOf({ scope: { programme, programmes }, member }: ScopedMember): string {
  const path = paths.person(member.id)
  return programmes.length > 1 ? inProgramme(path, programme.id) : path
}

export async function personData(
  platform: Platform,
  { scope, member, members }: ScopedMember,
  {
    frame,
    form,
    editing,
    saidAt,
    isNew,
  }: Pick<PersonData, 'frame' | 'form' | 'editing' | 'saidAt' | 'isNew'>,
): Promise<PersonData> {
  const { db, now, newId } = platform
  const { id, roles } = member
  const executives = members.filter((each) => each.roles.includes('executive'))
  const [
    hours,
    answering,
    pairings,
    formats,
    isStopped,
    displaced,
    superior,
    invitedAt,
    chosenOwn,
    published,
  ] = await Promise.all([
    findAvailability(db, id),
    listAssistants(
      db,
      scope.programme.id,
      executives.map((each) => each.id),
      now(),
    ),
    listPairings(db, scope.programme.id),
    listFormats(db, scope.programme.id),
    isAddressStopped(db, scope.programme.id, member, now()),
    listDisplaced(platform, scope.programme, id),
    listPeople(db, member.reportsTo ? [member.reportsTo] : [], scope.programme.id),
    roles.includes('mentor') ? findInvitedAt(db, scope.programme.id, id) : null,
    roles.includes('executive') ? findOwnChoice(db, scope.programme.id, id) : null,
    roles.includes('executive') ? publishedOf(platform, id) : null,
  ])
  const line = (wanted: string) =>
    members.filter((each) => each.id === wanted).map(({ id: each, name }) => ({ id: each, name }))
  const nameOf = (wanted: string) => members.find((each) => each.id === wanted)?.name ?? ''
  return seen<PersonData>(lookOf('manager', null, member), PERSON_FIELDS, {
    frame,
    id,
    programmeId: scope.programme.id,
    stored: { ...member, shownShortName: shortNameOf(member), unit: member.unit ?? '' },
    isAddressStopped: isStopped,
    blockers: member.blockers,
    chosenOwn,
    rules: member.rules,
    formats,
    superiors: [
      ...superior.filter((each) => members.every((other) => other.id !== each.id)),
      ...members.filter((each) => each.id !== id),
    ].map(({ id: each, name }) => ({ id: each, name })),
    endsRoles: rolesEndingIn(member, form),
    movesTo: zoneToMoveTo(member, hours, typedZone(form) ?? member.zone),
    displaced: displacedLines(
      displaced.filter(({ personId }) => personId === id),
      members,
      frame,
    ),
    calendar: published?.isGiven ? published.state : null,
    hours: isTimed(member) ? (hours ?? { zone: member.zone, weekly: [], exceptions: [] }) : null,
    assistants: roles.includes('executive')
      ? answering
          .filter(({ executiveId }) => executiveId === id)
          .flatMap(({ assistantId }) => line(assistantId))
      : null,
    candidates: members
      .filter((each) => each.roles.includes('assistant'))
      .map(({ id: each, name }) => ({ id: each, name })),
    serves: answering
      .filter(({ assistantId }) => assistantId === id)
      .flatMap(({ executiveId }) => line(executiveId)),
    pairings: pairings
      .filter(({ mentorId, executiveId }) => mentorId === id || executiveId === id)
      .toSorted((one, other) => Number(one.status === 'ended') - Number(other.status === 'ended'))
      .map((each) => ({
        ...{ id: each.id, status: each.status },
        title: wordsFor(frame).pairings.pairTitle(nameOf(each.executiveId), nameOf(each.mentorId)),
      })),
    leavesOn: member.departure?.on ?? null,
    invitation: roles.includes('mentor') ? { sentAt: invitedAt, press: newId('sgn') } : null,
    isNew,
    mails: roles.includes('manager') ? mailsOf(member, members, now()) : null,
    policy: scope.programme.policy,
    editing,
    saidAt,
    form,
  })
}

function mailsOf(member: Member, members: readonly Member[], now: Instant): MailsShown {
  const managers = members.filter(({ roles }) => roles.includes('manager'))
  const { notify, awayUntil, deputyId } = member
  const hearer = hearerFor(member, managers, now)
  return {
    ...{ notify, awayUntil, deputyId },
    others: managers.filter(({ id }) => id !== member.id).map(({ id, name }) => ({ id, name })),
    goesTo: isAway(member, now) ? { isDeputy: hearer.id !== member.id, name: hearer.name } : null,
  }
}

function typedZone({ values }: FormState): string | null {
  return values['name'] === undefined ? null : readZone(values['zone'] ?? '')
}
