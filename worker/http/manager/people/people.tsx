import type { PeopleData } from '../../../../web/pages/manager/people/people-data.ts'
import { PeoplePage } from '../../../../web/pages/manager/people/people.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { EMPTY_FORM, type FormState } from '../../../../web/parts/form.ts'
import type { Notice } from '../../../../web/parts/page-frame.ts'
import { addPerson } from '../../../actions/people/add.ts'
import { insisting } from '../../../actions/programme/insist.ts'
import { isId, type PersonId, type ProgrammeId } from '../../../domain/ids.ts'
import {
  filterPeople,
  keyOfPerson,
  PEOPLE_SORTS,
  PEOPLE_STATES,
  type PeopleFilter,
} from '../../../domain/people/list.ts'
import { BLOCKERS, type Role } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import { listMembers, type Member } from '../../../storage/people/membership.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { outwardErrors, outwardReasonIn } from '../../forms/outward.ts'
import { explain, type RefusalStatus } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterSaving, backIn } from '../after-press.ts'
import { chosenIn, hereIn, personIn } from '../list-choice.ts'
import { listPage } from '../list-page.ts'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'
import { policyPages } from '../programme/policy.tsx'
import { programmePages } from '../programme/programmes.tsx'
import { assistantPages } from './assistants.ts'
import { departurePages } from './departure.tsx'
import { erasurePages } from './erasure.tsx'
import { hoursOfPeople } from './hours.ts'
import { invitationPages } from './invitation.ts'
import { mailsPages } from './mails.ts'
import { type NewPerson, readNewPeople, roleIn } from './new-people.ts'
import { personId } from './person-form.ts'
import { personPages } from './person.tsx'
import { rulesPages } from './rules.tsx'

export function peoplePages(app: App): void {
  app.get(paths.people, async (c) => {
    const scope = programmeScope(c)
    return scope ? page(c, scope, EMPTY_FORM, null) : missing(c)
  })

  app.post(paths.people, async (c) => {
    const fields = await fieldsOf(c)
    const all = programmeScope(c)
    const programme = all?.programmes.find(({ id }) => id === fields['programmeId'])
    if (!all || !programme) return missing(c)

    const scope = { ...all, programme }
    const form = { values: stringsOf(fields), errors: [] }
    const typed = readNewPeople(fields, frameInProgramme(c, 'people', scope))
    if (!typed.ok) return page(c, scope, { ...form, errors: typed.refusal }, null)

    const { person, assistant, invites } = typed.value
    const assistantId = assistant ? null : personId(fields['assistantId'] ?? '')
    const wish = {
      ...wishOf(c, programme.id, person),
      assistantIds: assistantId ? [assistantId] : [],
    }
    const known = await memberWith(c, programme.id, wish)
    const beside = { invites, assistant: assistant && wishOf(c, programme.id, assistant) }
    const by = managerOf(c)
    const insisted = { of: { programmeId: programme.id }, reason: outwardReasonIn(fields), by }
    const added = await insisting(c.get('platform'), insisted, () =>
      addPerson(c.get('platform'), wish, by, beside),
    )
    const errors = added.ok ? null : outwardErrors(added.refusal, identityOf(c).person)
    if (errors) return page(c, scope, { ...form, errors }, null)
    if (!added.ok) return page(c, scope, form, added.refusal)
    const next = backIn(fields, paths.person(added.value.id))
    const isInvited = invites && person.roles.includes('mentor')
    return c.redirect(afterSaving(next, SAID[known ? 'known' : 'new'][isInvited ? 'invited' : 'silent']), 303)
  })

  personPages(app)
  assistantPages(app)
  hoursOfPeople(app)
  departurePages(app)
  erasurePages(app)
  mailsPages(app)
  invitationPages(app)
  rulesPages(app)
  programmePages(app)
  policyPages(app)
}

const SAID = {
  new: { invited: 'added-invited', silent: 'added' },
  known: { invited: 'known-invited', silent: 'known' },
} as const

/** Somebody who was here before the form was sent, under the address that was typed. */
async function memberWith(
  c: AppContext,
  programmeId: ProgrammeId,
  { id, email }: { readonly id: PersonId; readonly email: string },
) {
  const members = await listMembers(c.get('platform').db, programmeId)
  return members.find((each) => each.id !== id && [each.email, ...each.aliases].includes(email))
}

/** The list after a press on several of its lines that was refused. */
export async function peopleAgain(c: AppContext, said: Said) {
  const scope = programmeScope(c)
  return scope ? listed(c, scope, EMPTY_FORM, said) : missing(c)
}

function wishOf(c: AppContext, programmeId: ProgrammeId, { id, ...typed }: NewPerson) {
  return {
    ...typed,
    id: isId('per', id) ? id : c.get('platform').newId('per'),
    programmeId,
    assistantIds: [],
    blockers: [],
    rules: {},
  }
}

async function page(c: AppContext, scope: ProgrammeScope, form: FormState, refusal: Refusal | null) {
  const explained = refusal && explain(refusal, identityOf(c).person)
  if (explained) c.set('refused', explained.code)
  const notice = explained ? ({ tone: 'refused', sentence: explained.sentence } as const) : null
  const status = explained?.status ?? (form.errors.length > 0 ? 422 : 200)
  return listed(c, scope, form, { notice, status })
}

type Said = {
  readonly notice: Notice | null
  readonly status: 200 | 409 | 422 | RefusalStatus
  /** The lines that are ticked. */
  readonly chosen?: readonly string[]
}

/** The list as its address narrows and sorts it. */
async function listed(c: AppContext, scope: ProgrammeScope, form: FormState, said: Said) {
  const { notice, status, chosen = [] } = said
  const { db, now, newId } = c.get('platform')
  const at = now()
  const [members, pairings] = await Promise.all([
    listMembers(db, scope.programme.id),
    listPairings(db, scope.programme.id),
  ])
  const helpers = await listAssistants(
    db,
    scope.programme.id,
    members.map(({ id }) => id),
    at,
  )
  const nameOf = new Map(members.map(({ id, name }) => [id, name]))
  const [filter, sort] = [filterIn(c), chosenIn(c, 'sort', PEOPLE_SORTS) ?? 'name']
  const those = filterPeople(members, pairings, filter)
  const { shown, pages } = listPage(c, paths.people, those, (member) => keyOfPerson(member, sort, at))
  const data: PeopleData = {
    frame: frameInProgramme(c, 'people', scope, notice),
    programmeId: scope.programme.id,
    isEmpty: members.every(({ roles }) => roles.every((role) => role === 'manager')),
    ...{ filter, sort, here: hereIn(c, paths.people), chosen },
    roles: ROLES.filter((role) => members.some(({ roles }) => roles.includes(role))),
    mentors: withRole(members, 'mentor'),
    assistants: withRole(members, 'assistant'),
    everybody: members.map(({ id, name }) => ({ id, name })),
    calendarsHref: paths.personCalendars(identityOf(c).person.id),
    pages,
    people: shown.map(({ id, name, email, roles, unit, zone }) => {
      const assistantId = helpers.find(({ executiveId }) => executiveId === id)?.assistantId
      return {
        id,
        name,
        email,
        roles,
        unit,
        zone,
        assistant: (assistantId && nameOf.get(assistantId)) ?? null,
      }
    }),
    newId: newId('per'),
    newAssistantId: newId('per'),
    newRole: roleIn(c.req.query('new')),
    form,
  }
  return c.html(<PeoplePage {...data} />, status)
}

function withRole(members: readonly Member[], role: Role) {
  return members.filter(({ roles }) => roles.includes(role)).map(({ id, name }) => ({ id, name }))
}

function filterIn(c: AppContext): PeopleFilter {
  return {
    role: chosenIn(c, 'role', ROLES),
    mentor: personIn(c, 'mentor'),
    blocker: chosenIn(c, 'blocker', BLOCKERS),
    state: chosenIn(c, 'state', PEOPLE_STATES),
  }
}

const ROLES = ['executive', 'mentor', 'assistant', 'manager', 'sponsor'] as const
