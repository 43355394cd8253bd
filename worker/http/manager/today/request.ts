import type { TodayAction, TodayItem } from '../../../../web/pages/manager/today/today-data.ts'
import { shownAddress } from '../../../domain/people/address.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { CorrectedField } from '../../../domain/record/request.ts'
import type { Item, Morning } from '../../../domain/today/item.ts'
import type { MorningWithPeople } from '../../../storage/today/morning.ts'

type About = { readonly item: Item; readonly person: Person | undefined }

/** The request that a line stands for. */
export function requestOf({ kind, personId }: Item, { recordRequests }: Pick<Morning, 'recordRequests'>) {
  const wanted = kind === 'asks-erasure' ? 'erasure' : kind === 'asks-correction' ? 'correction' : null
  return recordRequests.find((each) => each.kind === wanted && each.personId === personId) ?? null
}

/** The field and the value that is wanted, beside the value now. */
export function correctionIn({ item, person }: About, morning: Morning): TodayItem['correction'] {
  const request = requestOf(item, morning)
  if (request?.kind !== 'correction' || request.words === null) return null
  const field = request.field ?? 'other'
  // As the press will decide it: an address at which mail bounces is not kept.
  const bounces = morning.bounced.some(({ personId }) => personId === item.personId)
  return {
    ...{ field, now: valueOf(field, person), wanted: request.words },
    keepsOld: field === 'address' ? !bounces : null,
  }
}

/** Whoever has left can still be erased; he has no page on which anything of him is corrected. */
export function requestIn({ item }: About, morning: MorningWithPeople, see: string): TodayAction {
  const request = requestOf(item, morning)
  if (!request) return { kind: 'open', href: see }
  const isErasure = request.kind === 'erasure'
  const isHere = hasPage(item, morning)
  const takesOver = !isErasure && isHere && (request.field ?? 'other') !== 'other'
  return {
    ...{ kind: 'request', takesOver, isErasure, readAt: request.at },
    see: isErasure || isHere ? see : null,
  }
}

/** Whoever has left has no page of his own any more. */
export function hasPage({ personId }: Item, { members }: Pick<MorningWithPeople, 'members'>): boolean {
  return members.some(({ id, roles }) => id === personId && roles.length > 0)
}

function valueOf(field: CorrectedField, person: Person | undefined): string | null {
  if (field === 'address') return person ? shownAddress(person.email) : null
  return field === 'unit' ? (person?.unit ?? null) : null
}
