import { HOURS_MOVE } from '../../../../web/pages/manager/people/person-sections.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Availability } from '../../../domain/people/person.ts'
import { exampleOf, HOURS_MOVES, type HoursMove } from '../../../domain/slot/move-hours.ts'
import type { Zone } from '../../../domain/time/time.ts'
import type { Member } from '../../../storage/people/membership.ts'
import type { FormFields } from '../../forms/field-reader.ts'

/** Whose hours the page shows; what somebody else once had goes along by the wall clock, unasked. */
export function isTimed({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.includes('mentor') || roles.includes('executive')
}

/** The zone that these hours are not in; null: they are, or there are none to ask about. */
export function zoneToMoveTo(
  member: Pick<Member, 'roles'>,
  hours: Availability | null,
  zone: Zone,
): Zone | null {
  return isTimed(member) && hours && hours.zone !== zone && exampleOf(hours) ? zone : null
}

/** What was chosen for the hours. */
export function readHoursMove({ hours }: FormFields): { readonly hours?: HoursMove } {
  const chosen = HOURS_MOVES.find((each) => each === hours)
  return chosen ? { hours: chosen } : {}
}

/** A new zone needs an answer, unless there are no hours to take along. */
export function whyNotMoved(
  member: Member,
  hours: Availability | null,
  { zone, ...chosen }: { readonly zone: Zone; readonly hours?: HoursMove },
  frame: PageFrame,
): readonly FieldError[] {
  if (zone === member.zone || chosen.hours || !zoneToMoveTo(member, hours, zone)) return []
  return [{ field: 'hours', at: HOURS_MOVE, message: wordsFor(frame).lives.zoneNeeded }]
}
