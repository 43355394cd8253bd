import { paths } from '../../../../web/pages/paths.ts'
import { hoursAsTyped } from '../../../../web/parts/hours-fields.ts'
import { presetsAsTyped, rulesHere } from '../../../../web/parts/presets-fields.ts'
import { rulesAsTyped } from '../../../../web/parts/rules-fields.ts'
import { inProgramme } from '../../../../web/parts/within.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Format } from '../../../domain/path/format.ts'
import { shownAddress } from '../../../domain/people/address.ts'
import { shortNameOf } from '../../../domain/people/name/short.ts'
import type { Availability, Person } from '../../../domain/people/person.ts'
import type { Zone } from '../../../domain/time/time.ts'
import { listFormats } from '../../../storage/path/format.ts'
import { listAssistants } from '../../../storage/people/assistant.ts'
import type { Member } from '../../../storage/people/membership.ts'
import { findAvailability } from '../../../storage/slot/availability.ts'
import type { AppContext } from '../../context.ts'
import type { Setting, Values } from '../put-back.ts'
import { memberFor, type ScopedMember } from './person-data.ts'

/** Who answers: all of them, in order. Only a form that puts back sends it so. */
export const ALL_ASSISTANTS = 'all'

/** The hours of a person, whoever changes them. */
export function hoursSetting(c: AppContext, { id, zone }: Pick<Person, 'id' | 'zone'>): Setting {
  const read = async () => hoursTyped(await findAvailability(c.get('platform').db, id), zone)
  return { action: paths.personHours(id), read }
}

function hoursTyped(stored: Availability | null, zone: Zone): Values {
  if (!stored) return { zone }
  return { zone: stored.zone, ...hoursAsTyped(stored.weekly, stored.exceptions) }
}

export function rulesSetting(c: AppContext, found: ScopedMember): Setting {
  return ofMember(c, found, paths.personRules(found.member.id), rulesTyped)
}

export function rulesTyped({ rules }: Member): Values {
  return withoutUnticked(rulesAsTyped(rules), ['rule-short'])
}

export function presetsSetting(c: AppContext, found: ScopedMember): Setting {
  // Asked for when it is awaited: the failure of a question that nobody waits for yet is nobody's.
  let formats: ReturnType<typeof listFormats> | null = null
  return ofMember(c, found, paths.personPresets(found.member.id), async (now) =>
    presetsTyped(now, await (formats ??= listFormats(c.get('platform').db, found.scope.programme.id))),
  )
}

export function presetsTyped({ blockers, rules }: Member, formats: readonly Format[]): Values {
  return presetsAsTyped(blockers, rulesHere(rules, formats))
}

export function mailsSetting(c: AppContext, found: ScopedMember): Setting {
  return ofMember(c, found, paths.personMails(found.member.id), ({ notify, awayUntil, deputyId }) => ({
    notify,
    awayUntil: awayUntil ?? '',
    deputyId: deputyId ?? '',
  }))
}

/** What was chosen beside the fields goes the same way back: roles end again, and hours move back as they moved. */
export function basicsSetting(c: AppContext, found: ScopedMember, move: Values): Setting {
  return ofMember(c, found, paths.person(found.member.id), (now) => ({
    ...basicsTyped(now),
    ...{ oldAddress: 'no', endsRoles: 'yes' },
    ...move,
  }))
}

export function basicsTyped(member: Member): Values {
  return {
    name: member.name,
    shortName: shortNameOf(member),
    email: shownAddress(member.email),
    aliases: member.aliases.map(shownAddress).toSorted().join(', '),
    zone: member.zone,
    locale: member.locale,
    unit: member.unit ?? '',
    reportsTo: member.reportsTo ?? '',
    ...Object.fromEntries(member.roles.toSorted().map((role) => [`role-${role}`, 'yes'])),
  }
}

export function assistantsSetting(c: AppContext, found: ScopedMember): Setting {
  const { member, scope } = found
  const { db, now } = c.get('platform')
  const read = async () => {
    const lines = await listAssistants(db, scope.programme.id, [member.id], now())
    return { [ALL_ASSISTANTS]: idsOf(lines).join(' ') }
  }
  return { action: actionIn(found, paths.personAssistants(member.id)), read }
}

function idsOf(lines: readonly { readonly assistantId: PersonId }[]): readonly PersonId[] {
  return lines.map(({ assistantId }) => assistantId)
}

/** What is put back is put back in the programme in which it was changed. */
function actionIn({ scope: { programme, programmes } }: ScopedMember, action: string): string {
  return programmes.length > 1 ? inProgramme(action, programme.id) : action
}

function ofMember(
  c: AppContext,
  found: ScopedMember,
  action: string,
  typed: (member: Member) => Values | Promise<Values>,
): Setting {
  const read = async () => {
    const now = await memberFor(c)
    return now ? typed(now.member) : {}
  }
  return { action: actionIn(found, action), read }
}

/** A box that is not ticked sends nothing. */
function withoutUnticked(values: Values, boxes: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value || !boxes.includes(name)))
}
